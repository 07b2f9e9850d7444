import { z } from 'zod'
import { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { organisationsMessages } from '../../shared/messages.ts'

type EndFormProps = {
  title: string
  send: (validTo: Day) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** Asks for the last day of a post, a membership or a board. */
export function EndForm({ title, send, onDone, onClose }: EndFormProps) {
  const t = useMessages(organisationsMessages)
  return (
    <FormDialog
      title={title}
      note={t('organisations.end-note')}
      fields={[{ name: 'validTo', label: t('organisations.last-day'), kind: 'day', required: true }]}
      initial={{ validTo: todayHere() }}
      fixed={() => ({})}
      contract={z.object({ validTo: Day })}
      send={({ validTo }) => send(validTo)}
      {...{ onDone, onClose }}
    />
  )
}
