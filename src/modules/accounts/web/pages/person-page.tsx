import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { PersonShown } from '../../shared/contract-people.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { GiveGrantForm } from '../components/give-grant-form.tsx'
import { GrantList } from '../components/grant-list.tsx'
import { InvitationCard } from '../components/invitation-card.tsx'
import { LeavingForm } from '../components/leaving-form.tsx'
import { usePersonState } from '../components/person-state.ts'
import { ResetSecondFactor } from '../components/reset-second-factor.tsx'
import { personQuery, renewInvitation, setLeaving, setPersonDisabled } from '../requests.ts'

const Params = z.object({ personId: Id })

/** One person: their roles with places and days, and what may be done about the account. */
export function Page() {
  const t = useMessages(accountsMessages)
  const { personId } = usePageParams(Params)
  const { data, error, isPending } = useQuery(personQuery(personId))
  if (data) return <PersonPage person={data} />
  const title = t('accounts.list')
  return isPending ? (
    <Loading />
  ) : (
    <PageProblem title={title} back={{ to: '/accounts', label: title }} problem={error} />
  )
}

type Open = 'give' | 'leave' | undefined

function PersonPage({ person }: { person: PersonShown }) {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const { accountId } = useActor()
  const state = usePersonState()
  const [open, setOpen] = useState<Open>(undefined)
  const close = () => setOpen(undefined)
  const isOwn = person.id === accountId
  return (
    <>
      <PageHead
        title={person.fullName}
        lead={t('accounts.person-lead', { username: person.username, state: state(person) })}
        back={{ to: '/accounts', label: words('accounts.list') }}
      />
      <Stack gap="xl">
        {person.leftOn ? (
          <Alert color="gray">{t('accounts.left-on', { day: formatDay(person.leftOn) })}</Alert>
        ) : null}
        <PageSection id="person-grants" title={t('accounts.grants')}>
          <GrantList person={person} />
          {isOwn || open === 'give' ? null : (
            <Button mt="md" variant="default" onClick={() => setOpen('give')}>
              {t('accounts.grant-give')}
            </Button>
          )}
          {open === 'give' ? <GiveGrantForm person={person} onDone={close} /> : null}
        </PageSection>
        {isOwn ? null : <AccountActions person={person} onLeave={() => setOpen('leave')} />}
        {open === 'leave' ? <LeavingForm person={person} onDone={close} /> : null}
      </Stack>
    </>
  )
}

function AccountActions({ person, onLeave }: { person: PersonShown; onLeave: () => void }) {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const mayManage = useMay()('accounts.manage')
  const actions = useActions(person)
  const { renewal, disabling, comingBack } = actions
  if (!person.mayManage) return <Text c="dimmed">{t('accounts.not-managed')}</Text>
  return (
    <Stack gap="sm" align="flex-start">
      <Group gap="sm">
        {person.disabledAt || person.leftOn ? null : (
          <Button variant="default" loading={renewal.isPending} onClick={() => renewal.mutate()}>
            {words('accounts.renew')}
          </Button>
        )}
        {mayManage ? <ManagerActions person={person} actions={actions} onLeave={onLeave} /> : null}
      </Group>
      <ProblemNote problem={renewal.error ?? disabling.error ?? comingBack.error} />
      {renewal.data ? <InvitationCard invitation={renewal.data} person={person} /> : null}
    </Stack>
  )
}

type ManagerActionsProps = {
  person: PersonShown
  actions: ReturnType<typeof useActions>
  onLeave: () => void
}

/** What only those who manage accounts may do: leaving and coming back, locking, another second factor. */
function ManagerActions({ person, actions, onLeave }: ManagerActionsProps) {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const { disabling, comingBack } = actions
  return (
    <>
      {person.leftOn ? (
        <Button variant="default" onClick={() => comingBack.mutate()}>
          {t('accounts.come-back')}
        </Button>
      ) : (
        <Button variant="default" onClick={onLeave}>
          {t('accounts.leave')}
        </Button>
      )}
      <Button
        variant="default"
        onClick={() => disabling.mutate(!person.disabledAt)}
        {...(person.disabledAt
          ? {}
          : { 'aria-label': words('accounts.disable-label', { name: person.fullName }) })}
      >
        {words(person.disabledAt ? 'accounts.enable' : 'accounts.disable')}
      </Button>
      <ResetSecondFactor person={person} />
    </>
  )
}

function useActions({ id, fullName: name }: PersonShown) {
  const words = useMessages(accountsMessages)
  const toast = useToast()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['accounts'] })
  const disabling = useMutation({
    mutationFn: (disabled: boolean) => setPersonDisabled(id, disabled),
    onSuccess: async (_, disabled) => {
      await onSuccess()
      if (disabled)
        toast({ text: words('accounts.disabled', { name }), onUndo: () => disabling.mutate(false) })
    },
  })
  return {
    disabling,
    renewal: useMutation({ mutationFn: () => renewInvitation(id), onSuccess }),
    comingBack: useMutation({
      mutationFn: () => setLeaving({ personId: id, leftOn: null }),
      onSuccess,
    }),
  }
}
