import { Button, CopyButton, Group, Paper, Text, TextInput, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#ui/numbers.ts'
import { PrintButton } from '#ui/print-button.tsx'
import type { Invitation } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'

export type InvitedPerson = { fullName: string; username: string }

/** The link for a new person: shown once, to print or copy. */
export function InvitationCard({ invitation, person }: { invitation: Invitation; person: InvitedPerson }) {
  const t = useMessages(accountsMessages)
  const link = `${globalThis.location.origin}/moi/${invitation.token}`
  return (
    <Paper withBorder radius="md" p="lg" bg="var(--card-ground)" role="status">
      <Title order={2}>{t('accounts.link', { name: person.fullName })}</Title>
      <Text mt="xs">{t('accounts.link-open', { username: person.username })}</Text>
      <TextInput
        my="md"
        readOnly
        aria-label={t('accounts.link', { name: person.fullName })}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Text>{t('accounts.link-until', { until: formatMoment(invitation.expiresAt) })}</Text>
      <Text fw={600} className="no-print">
        {t('accounts.link-once')}
      </Text>
      <Group mt="md" className="no-print">
        <PrintButton />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'accounts.link-copied' : 'accounts.link-copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Paper>
  )
}
