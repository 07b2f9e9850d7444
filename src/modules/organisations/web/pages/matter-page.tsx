import { Button, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { MatterWithChanges } from '../../shared/contract-matters.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'
import { MatterChanges } from '../components/matter-changes.tsx'
import {
  AnswerForm,
  ConcludeForm,
  CorrectForm,
  ReopenForm,
  WithdrawForm,
} from '../components/matter-forms.tsx'
import { MatterState } from '../components/matter-state.tsx'
import { matterQuery } from '../requests-matters.ts'

const forms = {
  correct: CorrectForm,
  answer: AnswerForm,
  conclude: ConcludeForm,
  reopen: ReopenForm,
  withdraw: WithdrawForm,
} as const

type Opened = keyof typeof forms

/** One matter: what was found, what the head answered, what was done, and every correction. */
export function Page() {
  const t = useMessages(mattersMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const { matterId } = usePageParams(z.object({ matterId: Id }))
  const { data, error, isPending } = useQuery(matterQuery(matterId))
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const Form = opened ? forms[opened] : undefined
  const onDone = () => {
    setOpened(undefined)
    toast({ text: t('organisations.matter-saved') })
    void queries.invalidateQueries({ queryKey: ['organisations'] })
  }
  return (
    <>
      <PageHead
        title={t('organisations.matter')}
        lead={data ? `${data.fullName}, ${data.title}, ${data.organisationName}` : null}
        back={{ to: '/organisations/heads', label: t('organisations.heads') }}
        actions={data ? <Actions matter={data} onOpen={setOpened} /> : null}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? <Whole matter={data} /> : null}
      {data && Form ? <Form matter={data} onDone={onDone} onClose={() => setOpened(undefined)} /> : null}
    </>
  )
}

type ActionsProps = { matter: MatterWithChanges; onOpen: (opened: Opened) => void }

/** The next step stands first and filled; what is rarely needed stands last. */
function Actions({ matter, onOpen }: ActionsProps) {
  const t = useMessages(mattersMessages)
  const names = {
    correct: t('organisations.correct'),
    answer: t('organisations.answer-add'),
    conclude: t('organisations.conclude'),
    reopen: t('organisations.reopen'),
    withdraw: t(matter.withdrawnReason === null ? 'organisations.withdraw' : 'organisations.restore'),
  }
  return (
    <>
      <PrintButton />
      {stepsOf(matter).map((step, index) => (
        <Button key={step} variant={index === 0 ? 'filled' : 'default'} onClick={() => onOpen(step)}>
          {names[step]}
        </Button>
      ))}
    </>
  )
}

function stepsOf({ mayWrite, withdrawnReason, concludedOn, answer }: MatterWithChanges): Opened[] {
  if (mayWrite === 'answer') return withdrawnReason === null ? ['answer'] : []
  if (withdrawnReason !== null) return ['withdraw']
  if (concludedOn !== null) return ['reopen', 'correct', 'withdraw']
  return answer === null
    ? ['answer', 'conclude', 'correct', 'withdraw']
    : ['conclude', 'answer', 'correct', 'withdraw']
}

function Whole({ matter }: { matter: MatterWithChanges }) {
  const t = useMessages(mattersMessages)
  return (
    <Stack gap="lg">
      {matter.mayWrite === 'answer' ? <Text>{t('organisations.own-note')}</Text> : null}
      <Facts label={t('organisations.matter')} facts={useFacts(matter)} />
      <section aria-label={t('organisations.changes')}>
        <Title order={2} mb="sm">
          {t('organisations.changes')}
        </Title>
        <MatterChanges matter={matter} />
      </section>
    </Stack>
  )
}

function useFacts(matter: MatterWithChanges): Fact[] {
  const t = useMessages(mattersMessages)
  const { answer, answeredOn, conclusion, concludedOn, withdrawnReason } = matter
  const told = (day: string | null, text: string | null) =>
    day === null || text === null
      ? t('organisations.not-yet')
      : t('organisations.on-day', { day: formatDay(day), text })
  const found = { day: formatDay(matter.foundOn), who: matter.foundBy }
  const facts: (Fact | undefined)[] = [
    { key: 'state', name: t('organisations.matter-state'), value: <MatterState matter={matter} /> },
    withdrawnReason === null
      ? undefined
      : { key: 'withdrawn', name: t('organisations.withdrawn-because'), value: withdrawnReason },
    { key: 'kind', name: t('organisations.matter-kind'), value: t(`organisations.matter-${matter.kind}`) },
    { key: 'about', name: t('organisations.about'), value: t(`organisations.about-${matter.about}`) },
    { key: 'subject', name: t('organisations.matter-subject'), value: <Subject matter={matter} /> },
    { key: 'happened', name: t('organisations.happened-on'), value: formatDay(matter.happenedOn) },
    { key: 'found', name: t('organisations.found'), value: t('organisations.found-line', found) },
    { key: 'finding', name: t('organisations.finding'), value: matter.finding },
    { key: 'answer', name: t('organisations.answer'), value: told(answeredOn, answer) },
    { key: 'measure', name: t('organisations.measure'), value: <MeasureLine matter={matter} /> },
    { key: 'conclusion', name: t('organisations.conclusion'), value: told(concludedOn, conclusion) },
  ]
  return facts.filter((fact) => fact !== undefined)
}

function Subject({ matter: { subject, subjectUrl } }: { matter: MatterWithChanges }) {
  return subjectUrl === null ? subject : <PageLink to={subjectUrl}>{subject}</PageLink>
}

function MeasureLine({ matter: { measure, decision, decidedOn } }: { matter: MatterWithChanges }) {
  const t = useMessages(mattersMessages)
  if (measure === null) return t('organisations.not-yet')
  const parts = [
    t(`organisations.measure-${measure}`),
    decision === null ? '' : t('organisations.by-document', { decision }),
    decidedOn === null ? '' : t('organisations.of-day', { day: formatDay(decidedOn) }),
  ]
  return parts.filter(Boolean).join(', ')
}
