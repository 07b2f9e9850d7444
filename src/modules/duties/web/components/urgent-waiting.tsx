import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { urgentMessages } from '../../shared/messages-urgent.ts'
import { legalClock } from '../../shared/urgent-rules.ts'
import { urgentQuery, waitingQuery } from '../requests.ts'
import '../duties.css'

/** On the first page: that urgent reports wait. Whoever may not read them learns neither kind nor place. */
export function UrgentWaiting() {
  const may = useMay()
  if (may('children.confidential')) return <WaitingToRead />
  return may('reports.read') ? <WaitingForOthers /> : null
}

function WaitingToRead() {
  const { data } = useQuery(urgentQuery)
  const [now] = useState(() => Date.now())
  const waiting = data?.filter(({ state }) => state === 'waiting') ?? []
  const overdue = waiting.filter((line) => legalClock(line, now).kind === 'over').length
  return <Alarm waiting={waiting.length} overdue={overdue} mayRead />
}

function WaitingForOthers() {
  const { data } = useQuery(waitingQuery)
  return <Alarm waiting={data?.waiting ?? 0} overdue={data?.overdue ?? 0} mayRead={false} />
}

type AlarmProps = { waiting: number; overdue: number; mayRead: boolean }

function Alarm({ waiting, overdue, mayRead }: AlarmProps) {
  const t = useMessages(urgentMessages)
  if (waiting === 0) return null
  const key = overdue > 0 ? 'duties.urgent-overdue-card' : 'duties.urgent-waiting-card'
  return (
    <div className="duty-alarm" role="status">
      <strong>{t(key, { waiting, overdue })}</strong>{' '}
      {mayRead ? (
        <PageLink to="/duties/urgent">{t('duties.urgent-open')}</PageLink>
      ) : (
        t('duties.urgent-card-why')
      )}
    </div>
  )
}

/** The way to an urgent report from the first page: nobody has to look for it. */
export function UrgentButton() {
  const t = useMessages(urgentMessages)
  const may = useMay()
  if (!may('duties.send-urgent')) return null
  return (
    <PageButton variant="default" to="/duties/urgent">
      {t('duties.urgent-title')}
    </PageButton>
  )
}
