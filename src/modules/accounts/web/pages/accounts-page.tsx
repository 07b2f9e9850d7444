import { Button, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useActor } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { PersonShown as Person } from '../../shared/contract-people.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { InvitationCard } from '../components/invitation-card.tsx'
import { ResetSecondFactor } from '../components/reset-second-factor.tsx'
import { peopleQuery, renewInvitation, setPersonDisabled } from '../requests.ts'

function stateOf({ disabledAt, invited }: Person) {
  if (disabledAt) return 'disabled' as const
  return invited ? ('invited' as const) : ('active' as const)
}

export function Page() {
  const t = useMessages(accountsMessages)
  const { area } = useActor()
  const { data: people, error, isPending } = useQuery(peopleQuery)
  const disabling = useDisabling()
  const renewal = useMutation({ mutationFn: (person: Person) => renewInvitation(person.id) })
  const columns = useColumns({ onDisable: disabling.mutate, onRenew: renewal.mutate })
  const add = (
    <PageButton to="/accounts/new" leftSection={<IconPlus size={20} aria-hidden />}>
      {t('accounts.new')}
    </PageButton>
  )
  return (
    <>
      <PageHead
        title={t('accounts.list')}
        lead={
          people ? t('accounts.list-lead', { count: formatNumber(people.length), area: area.name }) : null
        }
        actions={add}
      />
      <Stack gap="md">
        <ProblemNote problem={error ?? disabling.error ?? renewal.error} />
        {renewal.data && renewal.variables ? (
          <InvitationCard invitation={renewal.data} person={renewal.variables} />
        ) : null}
        {isPending ? <Loading /> : null}
        {people ? (
          <DataList
            label={t('accounts.list')}
            rows={people}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={t('accounts.list-empty')} why={t('accounts.list-empty-why')} actions={add} />
            }
          />
        ) : null}
      </Stack>
    </>
  )
}

type Actions = { onDisable: (change: Disabling) => void; onRenew: (person: Person) => void }

function useColumns(actions: Actions): DataListColumn<Person>[] {
  const t = useMessages(accountsMessages)
  const { accountId } = useActor()
  return [
    { key: 'person', heading: t('accounts.column-person'), kind: 'title', cell: (person) => person.fullName },
    { key: 'username', heading: t('accounts.username'), cell: (person) => person.username },
    { key: 'roles', heading: t('accounts.column-roles'), cell: (person) => <Roles person={person} /> },
    {
      key: 'state',
      heading: t('accounts.column-state'),
      cell: (person) => t(`accounts.state-${stateOf(person)}`),
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (person) => (person.id === accountId ? null : <PersonActions person={person} {...actions} />),
    },
  ]
}

type Disabling = { person: Person; disabled: boolean }

/** Disabling can be taken back for ten seconds. */
function useDisabling() {
  const t = useMessages(accountsMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const mutation = useMutation({
    mutationFn: ({ person, disabled }: Disabling) => setPersonDisabled(person.id, disabled),
    onSuccess: async (_, { person, disabled }) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] })
      if (!disabled) return
      toast({
        text: t('accounts.disabled', { name: person.fullName }),
        onUndo: () => mutation.mutate({ person, disabled: false }),
      })
    },
  })
  return mutation
}

function Roles({ person }: { person: Person }) {
  const { language } = useLanguage()
  return (
    <span>
      {person.grants.map(({ id, roleName, areaName }) => (
        <span key={id} style={{ display: 'block' }}>
          {roleName[language]}, {areaName}
        </span>
      ))}
    </span>
  )
}

type PersonActionsProps = Actions & { person: Person }

function PersonActions({ person, onDisable, onRenew }: PersonActionsProps) {
  const t = useMessages(accountsMessages)
  const { fullName: name } = person
  if (person.disabledAt) {
    return (
      <Button variant="default" onClick={() => onDisable({ person, disabled: false })}>
        {t('accounts.enable')}
      </Button>
    )
  }
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button
        variant="default"
        onClick={() => onRenew(person)}
        aria-label={t('accounts.renew-label', { name })}
      >
        {t('accounts.renew')}
      </Button>
      <ResetSecondFactor person={person} />
      <Button
        variant="default"
        onClick={() => onDisable({ person, disabled: true })}
        aria-label={t('accounts.disable-label', { name })}
      >
        {t('accounts.disable')}
      </Button>
    </Group>
  )
}
