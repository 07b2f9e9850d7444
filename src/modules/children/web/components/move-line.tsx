import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Move } from '../../shared/contract-moves.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { afterChange } from '../requests.ts'
import { recallMove } from '../requests-moves.ts'
import { AcceptMoveDialog, RefuseMoveDialog } from './move-dialogs.tsx'

/** The state of a move in a sentence, as both communes read it. */
export function useMoveWords(): (move: Move) => string {
  const t = useMessages(moveMessages)
  return (move) => {
    const { state, fromName: from, toName: to, incoming } = move
    const day = formatDay(vietnamDay(new Date(move.sentAt)))
    if (state === 'sent')
      return incoming ? t('children.move-came', { from, day }) : t('children.move-sent', { to, day })
    if (state === 'refused') return t('children.move-refused', { to, reason: move.refusal ?? '' })
    return state === 'accepted' ? t('children.move-accepted', { to }) : t('children.move-recalled')
  }
}

/** The state, the note, and what the reader may do about it. */
export function MoveLine({ move }: { move: Move }) {
  const t = useMessages(moveMessages)
  const words = useMoveWords()
  const may = useMay()
  const queries = useQueryClient()
  const [opened, setOpened] = useState<'accept' | 'refuse' | undefined>(undefined)
  const recall = useMutation({ mutationFn: recallMove, onSuccess: () => afterChange(queries) })
  const close = () => setOpened(undefined)
  const isOpen = move.state === 'sent' && may('children.write')
  return (
    <>
      <Text>{words(move)}</Text>
      {move.note ? <Text c="dimmed">{t('children.move-said', { note: move.note })}</Text> : null}
      {isOpen ? (
        <Group gap="xs" mt="xs" className="no-print">
          {move.incoming ? (
            <>
              <Button onClick={() => setOpened('accept')}>{t('children.move-accept')}</Button>
              <Button variant="default" onClick={() => setOpened('refuse')}>
                {t('children.move-refuse')}
              </Button>
            </>
          ) : (
            <Button variant="default" loading={recall.isPending} onClick={() => recall.mutate(move)}>
              {t('children.move-recall')}
            </Button>
          )}
        </Group>
      ) : null}
      <ProblemNote problem={recall.error} />
      {opened === 'accept' ? <AcceptMoveDialog move={move} onClose={close} /> : null}
      {opened === 'refuse' ? <RefuseMoveDialog move={move} onClose={close} /> : null}
    </>
  )
}
