import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useDaysLeft } from '#ui/time-words.ts'
import type { DutiesBelow, DutyBelow } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import { dutyPeriodName } from '../../shared/periods.ts'
import { SetDayDialog } from './duty-dialogs.tsx'

type BelowProps = { found: DutiesBelow; duties: readonly DutyBelow[] }

/** By report: how many of the units below have sent, how many are late. */
export function DutiesBelowList({ found, duties }: BelowProps) {
  const t = useMessages(dutiesMessages)
  const columns = useColumns(found)
  return (
    <DataList
      label={t('duties.below')}
      rows={duties}
      rowKey={({ code, period }) => `${code} ${period}`}
      columns={columns}
      empty={<EmptyState title={t('duties.none-open')} why={t('duties.none-open-why')} />}
    />
  )
}

function useColumns({ today, lower }: DutiesBelow): DataListColumn<DutyBelow>[] {
  const t = useMessages(dutiesMessages)
  const { language } = useLanguage()
  const daysLeft = useDaysLeft()
  return [
    {
      key: 'name',
      heading: t('duties.name'),
      kind: 'title',
      cell: ({ code, period, name, group }) => (
        <>
          <PageLink to={`/duties/below/${encodeURIComponent(code)}/${encodeURIComponent(period)}`}>
            {name}, {dutyPeriodName(period, language)}
          </PageLink>
          <span className="duty-quiet">{t(`duties.group-${group}`)}</span>
        </>
      ),
    },
    {
      key: 'due',
      heading: t('duties.due'),
      cell: ({ dueOn, dateSource }) => (
        <>
          {dueOn === null ? t('duties.rule-set-yearly') : `${formatDay(dueOn)} · ${daysLeft(dueOn, today)}`}
          {dateSource === null ? null : (
            <small className="duty-quiet">{t('duties.day-from', { source: dateSource })}</small>
          )}
        </>
      ),
    },
    { key: 'sent', heading: t('duties.state'), cell: (duty) => <Progress duty={duty} lower={lower} /> },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (duty) => <SetDay duty={duty} lower={lower} />,
    },
  ]
}

function Progress({ duty: { sent, all, late, accepted }, lower }: { duty: DutyBelow; lower: string }) {
  const t = useMessages(dutiesMessages)
  return (
    <>
      {t('duties.progress', { sent, all, lower })}
      {accepted > 0 ? `, ${t('duties.accepted-units', { accepted })}` : ''}
      {late > 0 ? (
        <>
          , <strong className="duty-late">{t('duties.late-units', { late })}</strong>
        </>
      ) : null}
      <span className="duty-meter" aria-hidden>
        <span style={{ width: `${(sent / Math.max(all, 1)) * 100}%` }} />
      </span>
    </>
  )
}

function SetDay({ duty, lower }: { duty: DutyBelow; lower: string }) {
  const t = useMessages(dutiesMessages)
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (duty.rule !== 'set-yearly' || !may('reports.write')) return null
  return (
    <Group>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('duties.set-day')}
      </Button>
      {isOpen ? (
        <SetDayDialog duty={duty} level={duty.level} lower={lower} onClose={() => setOpen(false)} />
      ) : null}
    </Group>
  )
}
