import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import type { Report } from '../../shared/contract.ts'
import type { CheckReply } from '../../shared/contract-check.ts'
import type { Finding } from '../../shared/finding.ts'
import { reportsCheckMessages } from '../../shared/messages-checks.ts'
import { checkQuery, giveReason } from '../requests-flow.ts'

const marks = { blocking: 'overdue', warning: 'due', note: 'not-applicable' } as const

type CheckPanelProps = { report: Report; onChoose: (cell: string) => void }

/** What the checks found: each names its cell and says what to do; a warning takes a reason. */
export function CheckPanel({ report, onChoose }: CheckPanelProps) {
  const t = useMessages(reportsCheckMessages)
  const { data, error } = useQuery(checkQuery(report.id))
  if (!data) return <ProblemNote problem={error} />
  const count = (level: Finding['level']) => data.findings.filter((found) => found.level === level).length
  return (
    <details className="report-panel no-print" open={count('blocking') > 0 || undefined}>
      <summary>
        <Title order={2} size="h4" component="span">
          {t('reports.check')}
        </Title>{' '}
        {data.findings.length === 0
          ? t('reports.check-none')
          : t('reports.check-counts', {
              blocking: count('blocking'),
              warnings: count('warning'),
              notes: count('note'),
            })}
      </summary>
      <Findings {...{ report, data, onChoose }} findings={data.findings.filter(isPressing)} />
      {count('note') > 0 ? (
        <details>
          <summary>{t('reports.check-notes', { count: count('note') })}</summary>
          <Findings
            {...{ report, data, onChoose }}
            findings={data.findings.filter((one) => !isPressing(one))}
          />
        </details>
      ) : null}
    </details>
  )
}

const isPressing = ({ level }: Finding): boolean => level !== 'note'

type FindingsProps = CheckPanelProps & { findings: readonly Finding[]; data: CheckReply }

function Findings({ findings, ...around }: FindingsProps) {
  return (
    <ul className="report-findings">
      {findings.map((finding) => (
        <FindingLine key={finding.key} finding={finding} {...around} />
      ))}
    </ul>
  )
}

type FindingLineProps = CheckPanelProps & { finding: Finding; data: CheckReply }

function FindingLine({ report, finding, data, onChoose }: FindingLineProps) {
  const t = useMessages(reportsCheckMessages)
  const { level, rule, holes, key, seen, cells } = finding
  const given = data.reasons.find((reason) => reason.finding === key && reason.seen === seen)
  const [cell] = cells
  return (
    <li>
      <div className="report-finding">
        <StateMark like={marks[level]}>{t(`reports.level-${level}`)}</StateMark>
        <Stack gap="xs">
          <Text>{t(`reports.finding-${rule}`, holes)}</Text>
          {given ? (
            <Text c="dimmed">{t('reports.reason-given', { name: given.byName, reason: given.reason })}</Text>
          ) : null}
          {level === 'warning' && !given && report.may.includes('write') ? (
            <ReasonForm reportId={report.id} finding={finding} />
          ) : null}
          {cell ? (
            <Button variant="default" onClick={() => onChoose(cell)} style={{ alignSelf: 'start' }}>
              {t('reports.check-show')}
            </Button>
          ) : null}
        </Stack>
      </div>
    </li>
  )
}

function ReasonForm({ reportId, finding }: { reportId: string; finding: Finding }) {
  const t = useMessages(reportsCheckMessages)
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const saving = useMutation({
    mutationFn: () => giveReason(reportId, finding.key, { seen: finding.seen, reason }),
    onSuccess: (reply) => queries.setQueryData(checkQuery(reportId).queryKey, reply),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') saving.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Group gap="sm" align="end">
        <TextInput
          label={t('reports.reason')}
          placeholder={t('reports.reason-hint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={saving.isPending} disabled={reason.trim() === ''}>
          {t('reports.reason-save')}
        </Button>
      </Group>
      <ProblemNote problem={saving.error} />
    </form>
  )
}
