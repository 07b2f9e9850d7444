import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay, formatMoment } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { urgentMessages } from '../../shared/messages-urgent.ts'
import type { UrgentReport } from '../../shared/urgent.ts'
import { urgentNames } from '../../shared/urgent-names.ts'
import { timeToSend } from '../../shared/urgent-rules.ts'
import { UrgentClock } from '../components/urgent-clock.tsx'
import { AnswerDialog, MeasureDialog, WithdrawDialog } from '../components/urgent-dialogs.tsx'
import { downloadUrgent, openUrgent, receiveUrgent } from '../requests.ts'
import '../duties.css'

const Params = z.object({ urgentId: Id })

/** One urgent report: opened once when the page is opened, because each opening is written to the audit. */
export function Page() {
  const t = useMessages(urgentMessages)
  const { urgentId } = usePageParams(Params)
  const { data, error, isPending, dataUpdatedAt } = useQuery({
    queryKey: ['duties', 'urgent', 'one', urgentId],
    queryFn: () => openUrgent(urgentId),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const title = data
    ? `${t('duties.urgent-number', { no: data.no })}: ${urgentNames.kind[data.kind]}`
    : t('duties.urgent-title')
  return (
    <>
      <PageHead
        title={title}
        lead={data ? `${data.areaName}. ${t('duties.urgent-open-note')}` : undefined}
        back={{ to: '/duties/urgent', label: t('duties.urgent-back') }}
        actions={data ? <Files id={urgentId} /> : null}
      />
      <Stack gap="lg">
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {data ? <Whole report={data} now={dataUpdatedAt} /> : null}
      </Stack>
    </>
  )
}

function Files({ id }: { id: string }) {
  return (
    <>
      {(['docx', 'pdf'] as const).map((kind) => (
        <Button key={kind} variant="default" onClick={() => void downloadUrgent(id, kind)}>
          {kind === 'docx' ? 'Word (.docx)' : 'PDF'}
        </Button>
      ))}
    </>
  )
}

function Whole({ report, now }: { report: UrgentReport; now: number }) {
  return (
    <>
      <Actions report={report} />
      <Facts report={report} now={now} />
    </>
  )
}

function Actions({ report }: { report: UrgentReport }) {
  const t = useMessages(urgentMessages)
  const queries = useQueryClient()
  const [open, setOpen] = useState<'answer' | 'measure' | 'withdraw' | undefined>(undefined)
  const close = () => setOpen(undefined)
  const keep = (next: UrgentReport) => {
    queries.setQueryData(['duties', 'urgent', 'one', report.id], next)
    void queries.invalidateQueries({ queryKey: ['duties', 'urgent', 'list'] })
  }
  const receiving = useMutation({ mutationFn: receiveUrgent, onSuccess: keep })
  if (report.state === 'withdrawn') return null
  const dialog = { report, onClose: close, onDone: keep }
  const next = nextStep(report)
  const needsMeasure = lacksMeasure(report)
  return (
    <Group className="no-print">
      {next === 'receive' ? (
        <Button loading={receiving.isPending} onClick={() => receiving.mutate(report.id)}>
          {t('duties.urgent-receive')}
        </Button>
      ) : null}
      {next === 'answer' ? (
        <Button onClick={() => setOpen('answer')}>{t('duties.urgent-answer')}</Button>
      ) : null}
      {needsMeasure ? (
        <Button variant="default" onClick={() => setOpen('measure')}>
          {t('duties.urgent-measure')}
        </Button>
      ) : null}
      <Button variant="subtle" onClick={() => setOpen('withdraw')}>
        {t('duties.urgent-withdraw')}
      </Button>
      <ProblemNote problem={receiving.error} />
      {open === 'answer' ? <AnswerDialog {...dialog} /> : null}
      {open === 'measure' ? <MeasureDialog {...dialog} /> : null}
      {open === 'withdraw' ? <WithdrawDialog {...dialog} /> : null}
    </Group>
  )
}

/** What the level above does next. */
function nextStep({ mayReceive, state }: UrgentReport): 'receive' | 'answer' | undefined {
  if (!mayReceive) return undefined
  if (state === 'waiting') return 'receive'
  return state === 'received' ? 'answer' : undefined
}

function lacksMeasure({ measureAt, kind }: UrgentReport): boolean {
  return measureAt === null && kind !== 'injury-death'
}

function Facts({ report, now }: { report: UrgentReport; now: number }) {
  const t = useMessages(urgentMessages)
  const lines = useLines(report)
  return (
    <dl className="duty-facts" aria-label={t('duties.urgent-facts')}>
      <dt>{t('duties.urgent-clock')}</dt>
      <dd>
        <UrgentClock report={report} now={now} />
      </dd>
      <dt>{t('duties.urgent-state')}</dt>
      <dd>
        {t(`duties.urgent-state-${report.state}`)}
        {'\n'}
        {useSteps(report).join('\n')}
      </dd>
      {lines.map(([name, value]) => (
        <Line key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

/** What happened to the report, step by step. */
function useSteps(report: UrgentReport): string[] {
  const t = useMessages(urgentMessages)
  const { receivedAt, receivedByName, acknowledgedAt, acknowledgedByName, answer, measureAt, measure } =
    report
  const steps: string[] = []
  if (receivedAt)
    steps.push(t('duties.urgent-received-by', { at: formatMoment(receivedAt), name: receivedByName ?? '' }))
  if (acknowledgedAt) {
    const said = { at: formatMoment(acknowledgedAt), name: acknowledgedByName ?? '', answer: answer ?? '' }
    steps.push(t('duties.urgent-answered-by', said))
  }
  if (measureAt)
    steps.push(t('duties.urgent-measure-line', { at: formatMoment(measureAt), measure: measure ?? '' }))
  if (report.withdrawnReason !== null)
    steps.push(t('duties.urgent-withdrawn-line', { reason: report.withdrawnReason }))
  return steps
}

function useLines(report: UrgentReport): [string, string][] {
  const t = useMessages(urgentMessages)
  const { ageYears, happenedAt, cause, harmedBy, diedOn, place, activity, told } = report
  const sent = { at: formatMoment(report.sentAt), ...timeToSend(report) }
  const where = urgentNames.placeKind[report.placeKind]
  const lines: [string, string | null][] = [
    [t('duties.urgent-sex'), urgentNames.sex[report.sex]],
    [t('duties.urgent-age'), ageYears === null ? null : t('duties.urgent-years', { years: ageYears })],
    [t('duties.urgent-learned'), formatMoment(report.learnedAt)],
    [t('duties.urgent-sent'), t('duties.urgent-sent-after', sent)],
    [t('duties.urgent-happened'), happenedAt === null ? null : formatMoment(happenedAt)],
    [t('duties.urgent-place-kind'), place === null ? where : `${where}, ${place}`],
    [t('duties.urgent-cause'), cause === null ? null : `${cause}. ${urgentNames.cause[cause]}`],
    [t('duties.urgent-died'), diedOn === null ? null : formatDay(diedOn)],
    [t('duties.urgent-activity'), activity],
    [t('duties.urgent-harmed-by'), harmedBy === null ? null : urgentNames.harmedBy[harmedBy]],
    [t('duties.urgent-supervised'), urgentNames.supervised[report.supervised]],
    [t('duties.urgent-what'), report.what],
    [t('duties.urgent-measures'), report.measures],
    [
      t('duties.urgent-source'),
      [
        urgentNames.source[report.source],
        ...told.map(({ to, at }) =>
          t('duties.urgent-told-line', { to: urgentNames.told[to], at: formatMoment(at) }),
        ),
      ].join('\n'),
    ],
  ]
  return lines.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}
