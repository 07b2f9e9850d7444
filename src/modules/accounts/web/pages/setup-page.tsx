import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { z } from 'zod'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SetUp, username as usernameRule, type PlaceChoice } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { signIn } from '../authentication.ts'
import { AlonePage } from '../components/alone-page.tsx'
import { PasswordFields } from '../components/password-fields.tsx'
import { UnitFields } from '../components/unit-fields.tsx'
import { setUp, setupQuery, useEnter } from '../requests.ts'

/** The code stands in the address that the start command printed. */
const Search = z.object({ ma: z.union([z.string(), z.number().transform(String)]).catch('') })

export function Page() {
  const t = useMessages(accountsMessages)
  const { data: setup } = useQuery(setupQuery)
  if (setup && !setup.needed) {
    return (
      <AlonePage title={t('accounts.setup')} lead={t('accounts.setup-done-before')}>
        <PageButton to="/">{t('accounts.sign-in')}</PageButton>
      </AlonePage>
    )
  }
  return (
    <AlonePage title={t('accounts.setup')} lead={t('accounts.setup-lead')}>
      <SetUpForm codeNeeded={setup?.codeNeeded ?? false} />
    </AlonePage>
  )
}

/** Creates the administrator, signs in and shows what to do next. */
function useSetUp() {
  const enter = useEnter()
  return useMutation({
    mutationFn: async (input: SetUp) => {
      await setUp(input)
      return signIn(input.username, input.password)
    },
    onSuccess: enter,
  })
}

function SetUpForm({ codeNeeded }: { codeNeeded: boolean }) {
  const t = useMessages(accountsMessages)
  const given = usePageSearch(Search)
  const [unit, setUnit] = useState<PlaceChoice | undefined>(undefined)
  const [names, setNames] = useState<Names>({ fullName: '', username: '' })
  const [password, setPassword] = useState<string | undefined>(undefined)
  const [code, setCode] = useState(given.ma)
  const { mutate, error, isPending } = useSetUp()
  const [checked, setChecked] = useState(false)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setChecked(true)
    const input = SetUp.safeParse({
      areaId: unit?.id,
      ...names,
      password,
      ...(code ? { code } : {}),
    })
    if (input.success) mutate(input.data)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Title order={2}>{t('accounts.setup-unit')}</Title>
        <UnitFields unit={unit} onChange={setUnit} />
        {checked && !unit ? (
          <Text role="alert" fw={600} c="var(--state-overdue)">
            {t('accounts.setup-missing-unit')}
          </Text>
        ) : null}
        <Title order={2} mt="md">
          {t('accounts.setup-administrator')}
        </Title>
        <Text c="dimmed">{t('accounts.setup-administrator-why')}</Text>
        <NameFields names={names} onChange={setNames} />
        <PasswordFields onChange={setPassword} />
        {codeNeeded ? <CodeField code={code} onChange={setCode} /> : null}
        <ProblemNote problem={error} />
        <Button type="submit" loading={isPending}>
          {t('accounts.setup-create')}
        </Button>
      </Stack>
    </form>
  )
}

type Names = { fullName: string; username: string }

function NameFields({ names, onChange }: { names: Names; onChange: (names: Names) => void }) {
  const t = useMessages(accountsMessages)
  const isWrong = names.username !== '' && !usernameRule.safeParse(names.username).success
  return (
    <>
      <TextInput
        label={t('accounts.full-name')}
        autoComplete="name"
        required
        minLength={2}
        value={names.fullName}
        onChange={(event) => onChange({ ...names, fullName: event.currentTarget.value })}
      />
      <TextInput
        label={t('accounts.username')}
        description={t('accounts.username-rule')}
        error={isWrong ? t('accounts.username-rule') : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={names.username}
        onChange={(event) => onChange({ ...names, username: event.currentTarget.value })}
      />
    </>
  )
}

function CodeField({ code, onChange }: { code: string; onChange: (code: string) => void }) {
  const t = useMessages(accountsMessages)
  return (
    <TextInput
      label={t('accounts.setup-code')}
      description={t('accounts.setup-code-rule')}
      required
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
