import { Text } from '@mantine/core'
import { Day, formatDay, formatMoment } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ShownState, type HistoryEntry, TaskDetails } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'

const Field = TaskDetails.keyof()

/** Names of bodies and people by their ids. */
type Known = { names: Readonly<Record<string, string>> }

/** Who changed what and when, the latest first. */
export function TaskHistory({ history, names }: Known & { history: readonly HistoryEntry[] }) {
  const t = useMessages(tasksMessages)
  if (history.length === 0) return <Text c="dimmed">{t('tasks.history-none')}</Text>
  return (
    <ol className="task-notes">
      {history.map((entry) => (
        <li key={entry.id} className="task-note">
          <Text fw={600}>{t('tasks.changed-by', { by: entry.by, at: formatMoment(entry.at) })}</Text>
          {Object.keys(entry.after).map((name) => (
            <ChangedField key={name} name={name} entry={entry} names={names} />
          ))}
        </li>
      ))}
    </ol>
  )
}

function ChangedField({
  name,
  names,
  entry: { before, after },
}: Known & { name: string; entry: HistoryEntry }) {
  const t = useMessages(tasksMessages)
  const field = Field.safeParse(name).data
  const words = useValueWords(names)
  if (!field) return null
  const holes = {
    field: t(`tasks.field-${field}`),
    before: words(field, before[name]),
    after: words(field, after[name]),
  }
  return <p>{t('tasks.changed-from', holes)}</p>
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Bodies and people by their names; of one outside the reader's places it is only said that it changed. */
function useValueWords(names: Known['names']) {
  const t = useMessages(tasksMessages)
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
      return t('tasks.empty-value')
    if (field.endsWith('Id') || field.endsWith('Ids'))
      return [value]
        .flat()
        .map((id) => names[plain(id)] ?? t('tasks.someone-else'))
        .join('; ')
    const state = ShownState.safeParse(value).data
    if (field === 'state' && state) return t(`tasks.state-${state}`)
    const day = Day.safeParse(value).data
    return day ? formatDay(day) : plain(value)
  }
}
