import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { WrittenTogether } from '../../shared/contract-together.ts'
import { moveMessages } from '../../shared/messages-moves.ts'

type LeftOutProps = { title: string; why: string; left: WrittenTogether['left']; onClose: () => void }

/** The children that a step for many left as they were, each with the reason and a way to its page. */
export function LeftOut({ title, why, left, onClose }: LeftOutProps) {
  const t = useMessages(moveMessages)
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack>
        <Alert color="yellow">
          <Text>{why}</Text>
          <ul>
            {left.map(({ childId, fullName, why: reason }) => (
              <li key={childId}>
                <PageLink to={`/children/${childId}`}>{fullName}</PageLink>: {reason}
              </li>
            ))}
          </ul>
        </Alert>
        <Button onClick={onClose}>{t('children.together-close')}</Button>
      </Stack>
    </Dialog>
  )
}
