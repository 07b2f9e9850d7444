import { Text } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { StateMark, type ServiceState } from '#ui/state-badge.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { NamedBody, ShownState, WorkLine } from '../../shared/contract.ts'
import { tasksMessages } from '../../shared/messages.ts'
import '../tasks.css'

const marks: Record<ShownState, ServiceState> = {
  'not-started': 'not-applicable',
  'in-progress': 'coming',
  done: 'done',
  late: 'overdue',
  stopped: 'declined',
}

/** State of a task: a word, a colour, and how many days it is late. */
export function TaskState({ state, daysLate = 0 }: { state: ShownState; daysLate?: number }) {
  const t = useMessages(tasksMessages)
  return (
    <StateMark like={marks[state]}>
      {t(`tasks.state-${state}`)}
      {daysLate > 0 ? ` · ${t('tasks.days-late', { days: daysLate })}` : ''}
    </StateMark>
  )
}

type DueDayProps = {
  line: Pick<WorkLine, 'dueOn' | 'dueFrom' | 'dueSaid'>
  /** With the words of the plan that give the day. */
  withWords?: boolean
}

/** The due day, and who set it when it was not this unit. */
export function DueDay({ line: { dueOn, dueFrom, dueSaid }, withWords = false }: DueDayProps) {
  const t = useMessages(tasksMessages)
  if (dueOn === null) return <Text c="dimmed">{t('tasks.no-due')}</Text>
  const day = formatDay(dueOn)
  const isSetHere = dueFrom === null || dueFrom === 'own'
  const said = withWords && dueFrom === 'printed' ? dueSaid : null
  return (
    <>
      <span className="tabular">{isSetHere ? day : t(`tasks.due-${dueFrom}`, { day })}</span>
      {said === null ? null : <Text c="dimmed">{t('tasks.due-said', { said })}</Text>}
    </>
  )
}

/** Bodies as the plan names them, with whoever does their work today. */
export function Bodies({ bodies }: { bodies: readonly NamedBody[] }) {
  const t = useMessages(tasksMessages)
  return (
    <>
      {bodies
        .map(({ name, today }) => (today === null ? name : t('tasks.body-today', { name, today })))
        .join('; ')}
    </>
  )
}

/** By its number, which is how officials speak of it; a plan without one by its title. */
function PlanOf({ line: { planNumber, planTitle, planAreaName, isAbove } }: { line: WorkLine }) {
  const t = useMessages(tasksMessages)
  const plan = planNumber === null ? planTitle : t('tasks.plan-numbered', { number: planNumber })
  return <>{isAbove ? t('tasks.from-above', { plan, area: nameInSentence(planAreaName) }) : plan}</>
}

/** The title leads to the task; below it stands which plan it is of. */
export function TaskTitle({ line, withPlan }: { line: WorkLine; withPlan: boolean }) {
  const t = useMessages(tasksMessages)
  const label = line.label === null ? '' : `${line.label}${/^[a-zđ]$/.test(line.label) ? ')' : '.'} `
  return (
    <span>
      {line.isActivity ? <span className="task-kind">{t('tasks.activity')} </span> : null}
      <PageLink to={`/tasks/${line.areaId}/${line.itemId}`}>
        {label}
        {line.title}
      </PageLink>
      {withPlan ? (
        <Text c="dimmed" component="div">
          <PlanOf line={line} />
        </Text>
      ) : null}
      {line.delayReason !== null && line.state === 'late' ? (
        <Text component="div">
          {t('tasks.delay-reason')}: {line.delayReason}
        </Text>
      ) : null}
    </span>
  )
}
