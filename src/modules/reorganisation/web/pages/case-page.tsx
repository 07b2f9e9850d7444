import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { ProgressOfJob } from '#ui/progress-of-job.tsx'
import {
  type CaseState,
  isUnderWay,
  type Outcome,
  type ReorganisationCase,
  type Run,
} from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { useChangeWords } from '../components/change-words.ts'
import { TouchedTable } from '../components/touched-table.tsx'
import { UnitsPicture } from '../components/units-picture.tsx'
import { WorkListSection } from '../components/work-list-section.tsx'
import { caseQuery, sendStep, type Step } from '../requests.ts'

const mostListed = 12

/** One case: what changes, what it touches, and the three steps. */
export function Page() {
  const t = useMessages(reorganisationMessages)
  const { caseId } = usePageParams(z.object({ caseId: Id }))
  const { data: found, error } = useQuery(caseQuery(caseId))
  const list = { to: '/reorganisations', label: t('reorganisation.title') }
  if (!found) return error ? <PageProblem title={list.label} back={list} problem={error} /> : <Loading />
  const { decision, state, preview } = found
  return (
    <>
      <PageHead
        title={decision.number}
        lead={t('reorganisation.of-issuer', {
          ...{ issuer: decision.issuer, day: formatDay(decision.effectiveOn) },
          state: t(`reorganisation.state-${state}`),
        })}
        back={list}
      />
      <Stack gap="xl">
        <Steps found={found} />
        <Changes found={found} />
        {preview ? (
          <Stack gap="md" component="section" aria-labelledby="touched">
            <Title order={2} id="touched">
              {t('reorganisation.touched')}
            </Title>
            <UnitsPicture preview={preview} />
            <TouchedTable caseId={caseId} preview={preview} />
          </Stack>
        ) : null}
        {preview ? <WorkListSection caseId={caseId} /> : null}
      </Stack>
    </>
  )
}

function Changes({ found: { content, names } }: { found: ReorganisationCase }) {
  const t = useMessages(reorganisationMessages)
  const words = useChangeWords({ newUnits: content.newUnits, names })
  const more = content.changes.length - mostListed
  return (
    <Stack gap="sm" component="section" aria-labelledby="changes">
      <Title order={2} id="changes">
        {t('reorganisation.changes')}
      </Title>
      <List>
        {content.changes.slice(0, mostListed).map((change) => (
          <List.Item key={words(change)}>{words(change)}</List.Item>
        ))}
      </List>
      {more > 0 ? <Text>{t('reorganisation.more-changes', { count: formatNumber(more) })}</Text> : null}
    </Stack>
  )
}

/** Preview, apply and undo; the last two ask once more. */
function Steps({ found }: { found: ReorganisationCase }) {
  const t = useMessages(reorganisationMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<'apply' | 'undo'>()
  const step = useMutation({
    mutationFn: (which: Step) => sendStep(found.id, which),
    onSuccess: () => queries.invalidateQueries(),
  })
  const go = (which: Step) => {
    setAsked(undefined)
    step.mutate(which)
  }
  const { state, outcome } = found
  const isBusy = step.isPending || isUnderWay(found.run)
  return (
    <Stack gap="sm">
      {may('areas.reorganise') ? (
        <StepButtons
          caseId={found.id}
          {...{ state, isBusy, onAsk: setAsked }}
          onPreview={() => go('preview')}
        />
      ) : null}
      {step.isPending ? <Busy /> : null}
      <ProblemNote problem={step.error} />
      {found.run ? <Running run={found.run} /> : null}
      {state === 'draft' ? <Text>{t('reorganisation.not-previewed')}</Text> : null}
      {state === 'applied' && outcome ? <Done outcome={outcome} /> : null}
      <Sure asked={asked} onCancel={() => setAsked(undefined)} onGo={go} />
    </Stack>
  )
}

/** A large case while a job works on it, or why it could not. */
function Running({ run }: { run: Run }) {
  const t = useMessages(reorganisationMessages)
  const { language } = useLanguage()
  const { step, state, done, total, refusal } = run
  if (refusal)
    return (
      <Alert color="red" title={t('reorganisation.failed')}>
        {refusal[language]}
      </Alert>
    )
  if (!isUnderWay(run)) return null
  const words = step === 'apply' ? 'reorganisation.running-children' : 'reorganisation.running-back'
  return (
    <ProgressOfJob
      title={t(`reorganisation.running-${step}`)}
      {...{ done, total }}
      progress={
        state === 'waiting'
          ? t('reorganisation.waiting-turn')
          : t(words, { done: formatNumber(done), total: formatNumber(total) })
      }
    />
  )
}

function Busy() {
  const t = useMessages(reorganisationMessages)
  return (
    <>
      <Loading />
      <Text role="status">{t('reorganisation.busy')}</Text>
    </>
  )
}

function Done({ outcome }: { outcome: Outcome }) {
  const t = useMessages(reorganisationMessages)
  return (
    <Text role="status">
      {t('reorganisation.done', {
        ...{ children: formatNumber(outcome.childrenMoved), grants: formatNumber(outcome.grantsFollowed) },
        unplaced: formatNumber(outcome.unplaced),
      })}
    </Text>
  )
}

type StepButtonsProps = {
  caseId: string
  state: CaseState
  isBusy: boolean
  onPreview: () => void
  onAsk: (step: 'apply' | 'undo') => void
}

function StepButtons({ caseId, state, isBusy, onPreview, onAsk }: StepButtonsProps) {
  const t = useMessages(reorganisationMessages)
  const isApplied = state === 'applied'
  const isReady = state === 'previewed' || state === 'undone'
  return (
    <Group gap="sm" className="no-print">
      <Button
        variant={state === 'draft' ? 'filled' : 'default'}
        disabled={isApplied || isBusy}
        onClick={onPreview}
      >
        {t('reorganisation.preview')}
      </Button>
      <Button
        variant={isReady ? 'filled' : 'default'}
        disabled={!isReady || isBusy}
        onClick={() => onAsk('apply')}
      >
        {t('reorganisation.apply')}
      </Button>
      <Button variant="default" disabled={!isApplied || isBusy} onClick={() => onAsk('undo')}>
        {t('reorganisation.undo')}
      </Button>
      {isApplied || isBusy ? null : (
        <PageButton variant="default" to={`/reorganisations/${caseId}/edit`}>
          {t('reorganisation.edit')}
        </PageButton>
      )}
    </Group>
  )
}

type SureProps = { asked: 'apply' | 'undo' | undefined; onCancel: () => void; onGo: (step: Step) => void }

function Sure({ asked, onCancel, onGo }: SureProps) {
  const t = useMessages(reorganisationMessages)
  if (asked === undefined) return null
  return (
    <Dialog onClose={onCancel} title={t(`reorganisation.${asked}-sure`)}>
      <Stack gap="md">
        <Text>{t(`reorganisation.${asked}-why`)}</Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('reorganisation.cancel')}
          </Button>
          <Button onClick={() => onGo(asked)}>{t(`reorganisation.${asked}`)}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
