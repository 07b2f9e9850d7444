import { Button, CopyButton, Group, Paper, Text, TextInput, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#base/day.ts'
import { PrintButton } from '#ui/print-button.tsx'
import type { Invitation } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { InvitationSlip } from './invitation-slip.tsx'

export type InvitedPerson = { fullName: string; username: string }

/** The invitation of a new person: shown once, as a link to copy and a slip to print. */
export function InvitationCard({ invitation, person }: { invitation: Invitation; person: InvitedPerson }) {
  const t = useMessages(accountsMessages)
  const link = `${globalThis.location.origin}/moi/${invitation.token}`
  return (
    <Paper withBorder radius="md" p="lg" bg="var(--card-ground)" role="status" className="invitation-card">
      <div className="no-print">
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
        <Text fw={600}>{t('accounts.link-once')}</Text>
        <Group mt="md">
          <PrintButton />
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'accounts.link-copied' : 'accounts.link-copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </div>
      <InvitationSlip invitation={invitation} person={person} link={link} />
    </Paper>
  )
}
