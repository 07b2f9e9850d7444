import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { allSections } from '../../shared/content.ts'
import type { Report, TakeStep } from '../../shared/contract.ts'
import { FlowStep, stepBack } from '../../shared/flow.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { takeStep } from '../requests-flow.ts'
import { useStepDone } from './step-done.ts'
import { StepForm } from './step-form.tsx'

const way = ['draft', 'sent', 'accepted', 'signed'] as const

/** Where the report stands, and the steps that this person may take now. */
export function FlowSteps({ report }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  const [asking, ask] = useState<FlowStep | undefined>(undefined)
  const steps = FlowStep.options.filter((step) => report.may.includes(step))
  return (
    <Stack gap="sm" mb="md">
      <Way report={report} />
      <Notes report={report} />
      <Group gap="sm" className="no-print">
        {steps.map((step) => (
          <Button
            key={step}
            variant={step === 'return' || step === 'reopen' ? 'default' : 'filled'}
            onClick={() => ask(step)}
          >
            {t(`reports.step-${step}`)}
          </Button>
        ))}
      </Group>
      {asking === 'send' || asking === 'accept' ? (
        <AskToStep report={report} step={asking} onClose={() => ask(undefined)} />
      ) : null}
      {asking === 'return' || asking === 'reopen' || asking === 'sign' ? (
        <StepForm report={report} step={asking} onClose={() => ask(undefined)} />
      ) : null}
    </Stack>
  )
}

/** A report that came back stands where the draft stood, under the name of how it came back. */
function Way({ report: { state, isReopened } }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  const now = state === 'returned' ? 'draft' : state
  const back = isReopened ? 'reopened' : 'returned'
  return (
    <ol className="report-way" aria-label={t('reports.way')}>
      {way.map((place) => (
        <li key={place} aria-current={place === now ? 'step' : undefined}>
          {t(`reports.way-${place === 'draft' && state === 'returned' ? back : place}`)}
        </li>
      ))}
    </ol>
  )
}

/** Why it is here again, and what changed since the numbers were taken. */
function Notes({ report }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  const { definitions, lower } = report.outdated
  const last = report.state === 'returned' ? stepBack(report.steps) : undefined
  const open = report.openParts
  return (
    <>
      {last ? (
        <Alert color="orange" variant="light">
          {t(last.kind === 'reopen' ? 'reports.reopened-note' : 'reports.returned-note', {
            name: last.byName,
            place: last.byPlace,
            reason: last.reason ?? '',
          })}
          {open ? <Text mt="xs">{t('reports.only-parts', { parts: titlesOf(report, open) })}</Text> : null}
        </Alert>
      ) : null}
      {definitions.length + lower.length > 0 ? (
        <Alert color="yellow" variant="light" className="no-print">
          {definitions.length > 0 ? (
            <Text>{t('reports.outdated-definitions', { names: definitions.join('; ') })}</Text>
          ) : null}
          {lower.length > 0 ? (
            <Text>{t('reports.outdated-lower', { names: lower.slice(0, 8).join(', ') })}</Text>
          ) : null}
        </Alert>
      ) : null}
      <SignedSince report={report} />
      <SmallHidden report={report} />
    </>
  )
}

function SignedSince({ report }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  const { signedSince } = report.outdated
  if (signedSince.length === 0) return null
  return (
    <Alert color="yellow" variant="light" className="no-print">
      {t('reports.signed-since', { names: signedSince.join(', ') })}
    </Alert>
  )
}

/** Why some cells are blank for people who see no children. */
function SmallHidden({ report }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  const may = useMay()
  if (may('children.read') || report.state === 'signed') return null
  return (
    <Alert color="gray" variant="light" className="no-print">
      {t('reports.small-hidden')}
    </Alert>
  )
}

function titlesOf({ content }: Report, keys: readonly string[]): string {
  const parts = [...allSections(content), ...content.tables]
  return parts.flatMap(({ key, title }) => (keys.includes(key) ? [title] : [])).join('; ')
}

type AskProps = { report: Report; step: 'send' | 'accept'; onClose: () => void }

/** The id is made once: pressed again after a lost answer the step is taken once. */
function AskToStep({ report, step, onClose }: AskProps) {
  const t = useMessages(reportsFlowMessages)
  const [id] = useState(newId)
  const done = useStepDone(report.id, onClose)
  const stepping = useMutation({
    mutationFn: (input: TakeStep) => takeStep(report.id, input),
    onSuccess: done,
  })
  return (
    <Dialog onClose={onClose} title={t(`reports.step-${step}`)}>
      <Stack gap="md">
        <Text>{t(`reports.${step}-ask`)}</Text>
        <ProblemNote problem={stepping.error} />
        <Group>
          <Button onClick={() => stepping.mutate({ kind: step, id })} loading={stepping.isPending}>
            {t(`reports.do-${step}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('reports.step-cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
