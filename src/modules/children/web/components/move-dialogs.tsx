import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { belowQuery } from '#modules/areas/web/public.tsx'
import type { Child } from '../../shared/contract.ts'
import { AcceptMove, type Move, RefuseMove, SendMove } from '../../shared/contract-moves.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { afterChange } from '../requests.ts'
import { acceptMove, refuseMove, sendMove } from '../requests-moves.ts'
import { CommuneAnywhere } from './commune-anywhere.tsx'
import { useFactWords } from './fact-words.ts'

function useDone(onClose: () => void) {
  const queries = useQueryClient()
  return () => {
    void afterChange(queries)
    onClose()
  }
}

/** Offers the child to another commune of the country. */
export function SendMoveDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const t = useMessages(moveMessages)
  const { choicesOf } = useFactWords()
  const done = useDone(onClose)
  return (
    <FormDialog
      title={t('children.move-title', { name: child.fullName })}
      note={t('children.move-note')}
      fields={[
        {
          name: 'toCommuneId',
          label: t('children.move-to'),
          kind: 'custom',
          render: (field) => <CommuneAnywhere label={t('children.move-to')} {...field} />,
        },
        { name: 'movedOn', label: t('children.move-on'), kind: 'day', required: true },
        {
          name: 'residence',
          label: t('children.move-residence'),
          kind: 'choice',
          required: true,
          choices: choicesOf('residence'),
        },
        { name: 'note', label: t('children.move-words'), kind: 'long' },
      ]}
      initial={{ movedOn: todayHere(), residence: 'permanent' }}
      fixed={() => ({ id: newId() })}
      contract={SendMove}
      send={(input) => sendMove(child.id, input)}
      onDone={done}
      onClose={onClose}
    />
  )
}

/** Takes the child into this register, in one of its villages. */
export function AcceptMoveDialog({ move, onClose }: { move: Move; onClose: () => void }) {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const done = useDone(onClose)
  const { data = [] } = useQuery(belowQuery(move.toAreaId))
  const villages = data
    .filter(({ kind }) => kind === 'village')
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormDialog
      title={t('children.move-accept-title', { name: move.childName })}
      note={t('children.move-accept-note')}
      fields={[{ name: 'villageId', label: words('children.village'), kind: 'choice', choices: villages }]}
      fixed={() => ({})}
      contract={AcceptMove}
      send={({ villageId }) => acceptMove(move, villageId)}
      onDone={done}
      onClose={onClose}
    />
  )
}

/** The sender reads the reason; the child stays where it is. */
export function RefuseMoveDialog({ move, onClose }: { move: Move; onClose: () => void }) {
  const t = useMessages(moveMessages)
  const done = useDone(onClose)
  return (
    <FormDialog
      title={t('children.move-refuse')}
      fields={[
        {
          name: 'reason',
          label: t('children.move-reason'),
          kind: 'long',
          required: true,
          wrong: t('children.move-reason-short'),
        },
      ]}
      fixed={() => ({})}
      contract={RefuseMove}
      send={(input) => refuseMove(move, input)}
      onDone={done}
      onClose={onClose}
    />
  )
}
