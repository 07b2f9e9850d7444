import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { InvitePerson, username as usernameRule } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { InvitationCard } from '../components/invitation-card.tsx'
import { type GrantDraft, RoleAndPlace } from '../components/role-and-place.tsx'
import { invitePerson } from '../requests.ts'

type Draft = GrantDraft & { fullName: string; username: string; email: string }

export function Page() {
  const t = useMessages(accountsMessages)
  const queries = useQueryClient()
  const { mutate, data, variables, error, isPending, reset } = useMutation({
    mutationFn: invitePerson,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return (
    <>
      <PageHead
        title={t('accounts.new')}
        lead={t('accounts.new-lead')}
        back={{ to: '/accounts', label: t('accounts.list') }}
      />
      {data && variables ? (
        <Stack gap="md" align="flex-start">
          <InvitationCard invitation={data} person={variables} />
          <Button onClick={reset} className="no-print">
            {t('accounts.new-another')}
          </Button>
        </Stack>
      ) : (
        <Stack gap="md" maw={620}>
          <NewAccountForm onSend={mutate} isSending={isPending} />
          <ProblemNote problem={error} />
        </Stack>
      )}
    </>
  )
}

function NewAccountForm({
  onSend,
  isSending,
}: {
  onSend: (input: InvitePerson) => void
  isSending: boolean
}) {
  const t = useMessages(accountsMessages)
  const { area } = useActor()
  // The id is made once: a form sent twice makes one account.
  const [id] = useState(() => newId())
  const [draft, setDraft] = useState<Draft>({
    fullName: '',
    username: '',
    email: '',
    role: 'health-worker',
    areaId: area.id,
    validFrom: undefined,
    validTo: undefined,
  })
  const [isWrong, setWrong] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = InvitePerson.safeParse({
      ...draft,
      validTo: draft.validTo ?? null,
      email: draft.email || undefined,
      id,
    })
    setWrong(!input.success)
    if (input.success) onSend(input.data)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <AccountFields draft={draft} isWrong={isWrong} onChange={change} />
        {isWrong ? (
          <Text role="alert" fw={600} c="var(--state-overdue)">
            {t('accounts.new-check')}
          </Text>
        ) : null}
        <Group>
          <Button type="submit" loading={isSending}>
            {t('accounts.new-create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** `isWrong` once a sending was refused: then the name to sign in with says beside itself what it must be. */
type AccountFieldsProps = { draft: Draft; isWrong: boolean; onChange: (part: Partial<Draft>) => void }

function AccountFields({ draft, isWrong, onChange }: AccountFieldsProps) {
  const t = useMessages(accountsMessages)
  const isNameWrong = isWrong && !usernameRule.safeParse(draft.username).success
  return (
    <>
      <TextInput
        label={t('accounts.full-name')}
        required
        minLength={2}
        value={draft.fullName}
        onChange={(event) => onChange({ fullName: event.currentTarget.value })}
      />
      <TextInput
        label={t('accounts.username')}
        description={t('accounts.username-rule')}
        error={isNameWrong ? t('accounts.username-rule') : undefined}
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="off"
        required
        value={draft.username}
        onChange={(event) => onChange({ username: event.currentTarget.value })}
      />
      <EmailField email={draft.email} onChange={(email) => onChange({ email })} />
      <RoleAndPlace draft={draft} onChange={onChange} />
    </>
  )
}

function EmailField({ email, onChange }: { email: string; onChange: (email: string) => void }) {
  const s = useMessages(securityMessages)
  return (
    <TextInput
      label={s('accounts.email')}
      description={s('accounts.email-rule')}
      type="email"
      autoComplete="off"
      value={email}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
