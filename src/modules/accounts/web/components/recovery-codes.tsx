import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import './recovery-codes.css'

export type RecoveryCodesProps = { codes: readonly string[]; username: string; onKept: () => void }

/** Ten codes for when the phone is not at hand: shown once, to print or copy. */
export function RecoveryCodes({ codes, username, onKept }: RecoveryCodesProps) {
  const s = useMessages(securityMessages)
  return (
    <Paper withBorder radius="md" p="md" w="100%" className="recovery-codes">
      <Stack gap="md">
        <Title order={3}>{s('accounts.recovery-codes', { username })}</Title>
        <Text>{s('accounts.recovery-codes-why')}</Text>
        <ol className="recovery-codes-list">
          {codes.map((code) => (
            <li key={code}>
              <code>{`${code.slice(0, 5)}-${code.slice(5)}`}</code>
            </li>
          ))}
        </ol>
        <Group className="no-print">
          <PrintButton />
          <Button onClick={onKept}>{s('accounts.recovery-codes-kept')}</Button>
        </Group>
      </Stack>
    </Paper>
  )
}
