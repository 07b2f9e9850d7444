import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#base/day.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { OpenSession, Security } from '../../shared/contract-security.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { endOtherSessions, endSession, securityQuery } from '../requests-security.ts'
import { SecuritySection } from './security-section.tsx'

export function SessionsSection({ security: { sessions } }: { security: Security }) {
  const s = useMessages(securityMessages)
  const toast = useToast()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries(securityQuery)
  const one = useMutation({ mutationFn: endSession, onSuccess })
  const others = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: ({ ended }) => {
      toast({ text: s('accounts.sessions-ended', { ended }) })
      return onSuccess()
    },
  })
  return (
    <SecuritySection title={s('accounts.sessions')} why={s('accounts.sessions-why')}>
      <ProblemNote problem={one.error ?? others.error} />
      <Stack component="ul" gap="md" m={0} p={0} w="100%" style={{ listStyle: 'none' }}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => one.mutate(session.id)} />
        ))}
      </Stack>
      {sessions.length > 1 ? (
        <Button variant="default" loading={others.isPending} onClick={() => others.mutate()}>
          {s('accounts.sessions-end-others')}
        </Button>
      ) : null}
    </SecuritySection>
  )
}

function SessionLine({ session, onEnd }: { session: OpenSession; onEnd: () => void }) {
  const s = useMessages(securityMessages)
  const { browser, system, address, isThis, method } = session
  const name = [browser, system].filter(Boolean).join(', ') || s('accounts.session-unknown')
  const at = formatMoment(session.seenAt)
  return (
    <li>
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            {isThis ? (
              <Badge size="lg" variant="light" tt="none">
                {s('accounts.session-this')}
              </Badge>
            ) : null}
          </Group>
          <Text>{s('accounts.session-at', { address, at })}</Text>
          <Text c="dimmed">
            {s('accounts.session-opened', {
              at: formatMoment(session.openedAt),
              method: s(`accounts.session-by-${method}`),
            })}
          </Text>
        </div>
        {isThis ? null : (
          <Button
            variant="default"
            aria-label={s('accounts.session-end-label', { browser: name, at })}
            onClick={onEnd}
          >
            {s('accounts.session-end')}
          </Button>
        )}
      </Group>
    </li>
  )
}
