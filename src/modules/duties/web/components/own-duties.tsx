import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Day, formatDay, formatMoment } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useDaysLeft } from '#ui/time-words.ts'
import type { DutiesOfUnit, Duty } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import { dutyPeriodName } from '../../shared/periods.ts'
import { regimeCodeOf } from '../../shared/report-duties.ts'
import { takeBackMark } from '../requests.ts'
import { MarkDialog, SetDayDialog } from './duty-dialogs.tsx'
import { DutyStateBadge } from './duty-state.tsx'

type OwnDutiesProps = { found: DutiesOfUnit; duties: readonly Duty[]; onlyOpen: boolean }

/** Which report before which day, with what is to be done next. */
export function OwnDuties({ found, duties, onlyOpen }: OwnDutiesProps) {
  const t = useMessages(dutiesMessages)
  const columns = useColumns(found)
  const kind = onlyOpen ? 'none-open' : 'none'
  return (
    <DataList
      label={t('duties.own')}
      rows={duties}
      rowKey={({ code, period }) => `${code} ${period}`}
      columns={columns}
      empty={<EmptyState title={t(`duties.${kind}`)} why={t(`duties.${kind}-why`)} />}
    />
  )
}

function useColumns({ today, level }: DutiesOfUnit): DataListColumn<Duty>[] {
  const t = useMessages(dutiesMessages)
  return [
    { key: 'name', heading: t('duties.name'), kind: 'title', cell: (duty) => <DutyName duty={duty} /> },
    { key: 'due', heading: t('duties.due'), cell: (duty) => <DueDay duty={duty} today={today} /> },
    {
      key: 'to',
      heading: t('duties.to'),
      cell: ({ sender, to }) => t('duties.from-to', { sender, to: to.join(', ') }),
    },
    { key: 'state', heading: t('duties.state'), cell: (duty) => <DutyStateBadge {...duty} /> },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (duty) => <Actions duty={duty} level={level} />,
    },
  ]
}

function DutyName({ duty: { name, period, group, note, document } }: { duty: Duty }) {
  const t = useMessages(dutiesMessages)
  const { language } = useLanguage()
  return (
    <>
      {name}, {dutyPeriodName(period, language)}
      <span className="duty-quiet">
        {t(`duties.group-${group}`)}
        {document === null ? '' : ` · ${document}`}
        {note === null ? '' : ` · ${note}`}
      </span>
    </>
  )
}

const isOpen = ({ state }: Pick<Duty, 'state'>) =>
  ['not-due', 'due-soon', 'late', 'no-date', 'returned', 'earlier'].includes(state)

export function DueDay({ duty, today }: { duty: Duty; today: Day }) {
  const t = useMessages(dutiesMessages)
  const daysLeft = useDaysLeft()
  const { dueOn, dueAt, nominalOn, isProvisional, dateSource, state } = duty
  if (dueOn === null) return <>{t('duties.rule-set-yearly')}</>
  const showsLeft = isOpen(duty) && state !== 'earlier'
  return (
    <>
      <span className={state === 'late' ? 'duty-late' : undefined}>
        {dueAt === null ? formatDay(dueOn) : formatMoment(dueAt)}
        {showsLeft ? ` · ${daysLeft(dueOn, today)}` : ''}
      </span>
      {dateSource === null ? null : (
        <small className="duty-quiet">{t('duties.day-from', { source: dateSource })}</small>
      )}
      {nominalOn === null || nominalOn === dueOn ? null : (
        <small className="duty-quiet">{t('duties.moved', { day: formatDay(nominalOn) })}</small>
      )}
      {isProvisional ? <small className="duty-quiet">{t('duties.provisional')}</small> : null}
    </>
  )
}

type ActionsProps = { duty: Duty; level: DutiesOfUnit['level'] }

function Actions({ duty, level }: ActionsProps) {
  const t = useMessages(dutiesMessages)
  const may = useMay()
  const [open, setOpen] = useState<'mark' | 'day' | undefined>(undefined)
  const close = () => setOpen(undefined)
  if (duty.reportId !== null)
    return <PageButton to={`/reports/${duty.reportId}`}>{t('duties.open-report')}</PageButton>
  if (!may('reports.write')) return null
  if (duty.isByHand) return <TakeBack duty={duty} />
  const own = isOwnReport(duty, level)
  const set = duty.rule === 'set-yearly'
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end" className="no-print">
      {own ? (
        <PageButton to="/reports/new" search={{ period: duty.period }}>
          {t('duties.make-report')}
        </PageButton>
      ) : (
        <Button variant="default" onClick={() => setOpen('mark')}>
          {t('duties.mark')}
        </Button>
      )}
      {own || set ? <More {...{ own, set, onChoose: setOpen }} /> : null}
      {open === 'mark' ? <MarkDialog duty={duty} onClose={close} /> : null}
      {open === 'day' ? <SetDayDialog duty={duty} level={level} onClose={close} /> : null}
    </Group>
  )
}

type MoreProps = { own: boolean; set: boolean; onChoose: (what: 'mark' | 'day') => void }

/** What is done less often than the one thing that stands beside. */
function More({ own, set, onChoose }: MoreProps) {
  const t = useMessages(dutiesMessages)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={44} aria-label={t('duties.more')}>
          <IconDots aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {own ? <Menu.Item onClick={() => onChoose('mark')}>{t('duties.mark')}</Menu.Item> : null}
        {set ? <Menu.Item onClick={() => onChoose('day')}>{t('duties.set-day')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  )
}

/** A duty that a report made in this product fulfils. */
function isOwnReport({ code, period, group }: Duty, level: DutiesOfUnit['level']): boolean {
  return regimeCodeOf(level, period) === code || (group === 'plan' && /^\d{4}(-H1)?$/.test(period))
}

function TakeBack({ duty }: { duty: Duty }) {
  const t = useMessages(dutiesMessages)
  const queries = useQueryClient()
  const taking = useMutation({
    mutationFn: takeBackMark,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duties'] }),
  })
  return (
    <>
      <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate(duty)}>
        {t('duties.take-back')}
      </Button>
      <ProblemNote problem={taking.error} />
    </>
  )
}
