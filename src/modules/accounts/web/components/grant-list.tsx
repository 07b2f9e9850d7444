import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { GrantShown, PersonShown } from '../../shared/contract-people.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { endGrant } from '../requests.ts'
import { useGrantDates } from './grant-words.tsx'

/** All roles of a person within the asker's place, those that ended too; each can be ended after a question. */
export function GrantList({ person }: { person: PersonShown }) {
  const t = useMessages(accessMessages)
  const { language } = useLanguage()
  const dates = useGrantDates()
  const [asked, setAsked] = useState<GrantShown | undefined>(undefined)
  return (
    <>
      <DataList
        label={t('accounts.grants')}
        rows={person.grants}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'role',
            heading: t('accounts.column-role'),
            kind: 'title',
            cell: ({ roleName }) => roleName[language],
          },
          { key: 'area', heading: t('accounts.column-area'), cell: ({ areaName }) => areaName },
          { key: 'dates', heading: t('accounts.column-dates'), cell: (grant) => dates(grant) },
          { key: 'state', heading: '', cell: ({ state }) => t(`accounts.grant-${state}`) },
          {
            key: 'by',
            heading: t('accounts.column-by'),
            wideOnly: true,
            cell: ({ grantedByName }) => grantedByName ?? '',
          },
          {
            key: 'actions',
            heading: '',
            kind: 'actions',
            cell: (grant) => (grant.mayEnd ? <AskToEnd grant={grant} onAsk={() => setAsked(grant)} /> : null),
          },
        ]}
      />
      {asked ? <EndGrant person={person} grant={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  )
}

function AskToEnd({ grant, onAsk }: { grant: GrantShown; onAsk: () => void }) {
  const t = useMessages(accessMessages)
  const { language } = useLanguage()
  const holes = { role: grant.roleName[language], area: nameInSentence(grant.areaName) }
  return (
    <Button variant="default" onClick={onAsk} aria-label={t('accounts.grant-end-label', holes)}>
      {t('accounts.grant-end')}
    </Button>
  )
}

type EndGrantProps = { person: PersonShown; grant: GrantShown; onClose: () => void }

function EndGrant({ person, grant, onClose }: EndGrantProps) {
  const t = useMessages(accessMessages)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const ending = useMutation({
    mutationFn: () => endGrant({ personId: person.id, grantId: grant.id }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] })
      onClose()
    },
  })
  const area = nameInSentence(grant.areaName)
  const holes = { role: grant.roleName[language], area, name: person.fullName }
  return (
    <Dialog onClose={onClose} title={t('accounts.grant-end-label', holes)}>
      <Text mb="md">{t('accounts.grant-end-sure', holes)}</Text>
      <ProblemNote problem={ending.error} />
      <Group mt="md">
        <Button color="red" loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('accounts.grant-end')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('accounts.back-out')}
        </Button>
      </Group>
    </Dialog>
  )
}
