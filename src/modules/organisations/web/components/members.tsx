import { Button, Group, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { Member } from '../../shared/contract-boards.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { Days } from './days.tsx'

type MembersProps = {
  members: readonly Member[]
  isAtWork: boolean
  onAdd: () => void
  onLeave: (member: Member) => void
}

/** Members by rank, those who left below. */
export function Members({ members, isAtWork, onAdd, onLeave }: MembersProps) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const mayChange = isAtWork && may('organisations.manage')
  const columns = useColumns(mayChange ? onLeave : undefined)
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('organisations.members')}</Title>
        {mayChange ? (
          <Button
            variant="default"
            className="no-print"
            onClick={onAdd}
            leftSection={<IconPlus size={20} aria-hidden />}
          >
            {t('organisations.member-add')}
          </Button>
        ) : null}
      </Group>
      <DataList
        label={t('organisations.members')}
        rows={members}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('organisations.members-none')} why={t('organisations.members-none-why')} />
        }
        columns={columns}
      />
    </section>
  )
}

function useColumns(onLeave: ((member: Member) => void) | undefined): DataListColumn<Member>[] {
  const t = useMessages(organisationsMessages)
  return [
    {
      key: 'name',
      heading: t('organisations.full-name'),
      kind: 'title',
      cell: ({ fullName }) => fullName,
    },
    {
      key: 'role',
      heading: t('organisations.role'),
      cell: ({ role }) => t(`organisations.role-${role}`),
    },
    { key: 'post', heading: t('organisations.member-post'), cell: ({ post }) => post },
    {
      key: 'time',
      heading: t('organisations.time'),
      cell: ({ validFrom, validTo }) => <Days from={validFrom} to={validTo} />,
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (member) =>
        onLeave && member.validTo === null ? (
          <Button
            variant="default"
            className="no-print"
            aria-label={t('organisations.member-leave-label', { name: member.fullName })}
            onClick={() => onLeave(member)}
          >
            {t('organisations.end')}
          </Button>
        ) : null,
    },
  ]
}
