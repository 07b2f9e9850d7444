import { Alert, Button, Checkbox, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { reminderMessages } from '../../shared/messages-reminders.ts'
import { MailChoice, type MailState, type Reminders } from '../../shared/reminders.ts'
import { ReminderList } from '../components/reminder-list.tsx'
import { chooseMail, lettersQuery, mailQuery, remindersQuery } from '../requests-reminders.ts'

/** What is late and due soon, and whether one is written to about it. */
export function Page() {
  const t = useMessages(reminderMessages)
  const may = useMay()
  const { data, error } = useQuery(remindersQuery)
  const mail = useQuery(mailQuery)
  return (
    <>
      <PageHead title={t('tasks.reminders')} />
      <ProblemNote problem={error ?? mail.error} />
      {data ? null : <Loading />}
      <Stack gap="xl">
        {data ? <Lists reminders={data} /> : null}
        {mail.data ? <MailForm key={JSON.stringify(mail.data)} state={mail.data} /> : null}
        {may('accounts.manage') ? <Letters /> : null}
      </Stack>
    </>
  )
}

function Lists({ reminders: { today, overdue, soon } }: { reminders: Reminders }) {
  const t = useMessages(reminderMessages)
  if (overdue.length + soon.length === 0) return <Text c="dimmed">{t('tasks.reminders-none')}</Text>
  return (
    <Stack gap="md">
      <Text>{t('tasks.reminders-lead', { late: overdue.length, soon: soon.length })}</Text>
      <ReminderList title={t('tasks.reminders-late')} reminders={overdue} today={today} isLate />
      <ReminderList title={t('tasks.reminders-soon')} reminders={soon} today={today} isLate={false} />
    </Stack>
  )
}

function useMailForm(state: MailState) {
  const t = useMessages(reminderMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const [wantsMail, setWants] = useState(state.wantsMail)
  const [address, setAddress] = useState(state.address ?? '')
  const choice = MailChoice.safeParse({ wantsMail, address: address.trim() === '' ? null : address.trim() })
  const saving = useMutation({
    mutationFn: chooseMail,
    onSuccess: (next) => {
      queries.setQueryData(mailQuery.queryKey, next)
      toast({ text: t('tasks.mail-saved') })
    },
  })
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (choice.success) saving.mutate(choice.data)
  }
  return { wantsMail, setWants, address, setAddress, isFine: choice.success, saving, save }
}

function MailForm({ state }: { state: MailState }) {
  const t = useMessages(reminderMessages)
  const { wantsMail, setWants, address, setAddress, isFine, saving, save } = useMailForm(state)
  const { accountAddress } = state
  return (
    <section aria-labelledby="mail" className="no-print">
      <Title order={2} size="h3" id="mail" mb="xs">
        {t('tasks.mail')}
      </Title>
      <Text mb="sm">{t('tasks.mail-why')}</Text>
      <form onSubmit={save} noValidate>
        <Stack gap="sm" maw={460}>
          <Checkbox
            label={t('tasks.mail-wanted')}
            checked={wantsMail}
            onChange={(event) => setWants(event.currentTarget.checked)}
          />
          <TextInput
            label={t('tasks.mail-address')}
            description={
              accountAddress === null
                ? t('tasks.mail-address-none')
                : t('tasks.mail-address-hint', { address: accountAddress })
            }
            inputMode="email"
            value={address}
            error={isFine ? undefined : t('tasks.mail-address-wrong')}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <ProblemNote problem={saving.error} />
          <Button type="submit" loading={saving.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('tasks.mail-save')}
          </Button>
        </Stack>
      </form>
    </section>
  )
}

/** For administrators: which letters could not be sent. */
function Letters() {
  const t = useMessages(reminderMessages)
  const { data, error } = useQuery(lettersQuery)
  const failed = data?.filter(({ state }) => state === 'failed' || state === 'given-up').length ?? 0
  return (
    <PageSection id="letters" title={t('tasks.letters')} size="h3">
      <ProblemNote problem={error} />
      {failed > 0 ? <Alert color="red">{t('tasks.letters-failed', { count: failed })}</Alert> : null}
      {data ? (
        <DataList
          label={t('tasks.letters')}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Text c="dimmed">{t('tasks.letters-none')}</Text>}
          columns={[
            { key: 'person', heading: t('tasks.letter-person'), kind: 'title', cell: ({ person }) => person },
            { key: 'day', heading: t('tasks.letter-day'), cell: ({ day }) => formatDay(day) },
            {
              key: 'state',
              heading: t('tasks.letter-state'),
              cell: ({ state }) => t(`tasks.letter-${state}`),
            },
            {
              key: 'items',
              heading: t('tasks.letter-items'),
              kind: 'number',
              cell: ({ itemCount }) => itemCount ?? '',
            },
            {
              key: 'attempts',
              heading: t('tasks.letter-attempts'),
              kind: 'number',
              cell: ({ attempts }) => attempts,
            },
            { key: 'failure', heading: t('tasks.letter-failure'), cell: ({ failure }) => failure ?? '' },
          ]}
        />
      ) : null}
    </PageSection>
  )
}
