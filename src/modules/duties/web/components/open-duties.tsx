import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay, type Day } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { Duty } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import { dutyPeriodName } from '../../shared/periods.ts'
import { dutiesQuery } from '../requests.ts'
import { daysLeft } from './duty-words.ts'
import '../duties.css'

/** More than these are a page of their own. */
const most = 6

/** On the first page: reports that are late, returned or due soon. Nothing when there are none. */
export function OpenDuties() {
  const t = useMessages(dutiesMessages)
  const { data } = useQuery(dutiesQuery(undefined))
  const open = (data?.duties ?? []).filter(({ state }) => ['late', 'returned', 'due-soon'].includes(state))
  if (!data || open.length === 0) return null
  return (
    <section aria-labelledby="open-duties">
      <Title order={2} id="open-duties" mb="sm">
        {t('duties.on-today')}
      </Title>
      <ul className="duty-lines">
        {open.slice(0, most).map((duty) => (
          <Line key={`${duty.code} ${duty.period}`} duty={duty} today={data.today} />
        ))}
      </ul>
      <PageLink to="/duties">{t('duties.see-all')}</PageLink>
    </section>
  )
}

function Line({ duty, today }: { duty: Duty; today: Day }) {
  const t = useMessages(dutiesMessages)
  const { language } = useLanguage()
  const { dueOn, state, name, period } = duty
  return (
    <li>
      <strong className={state === 'late' ? 'duty-late' : undefined}>
        {dueOn === null ? t(`duties.state-${state}`) : `${formatDay(dueOn)} · ${daysLeft(t, dueOn, today)}`}
      </strong>
      <span>
        {name}, {dutyPeriodName(period, language)}
      </span>
    </li>
  )
}
