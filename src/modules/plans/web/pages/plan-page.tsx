import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { planPageSections } from '#platform/web/slots.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { PageSection } from '#ui/page-section.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { FiledPlan } from '../../shared/filing.ts'
import { cascadeMessages } from '../../shared/messages-cascade.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { deadlineWords } from '../components/deadline-words.ts'
import { PlanActions } from '../components/plan-actions.tsx'
import { PlanCascade } from '../components/plan-cascade.tsx'
import { PlanComparison } from '../components/plan-comparison.tsx'
import { PlanFamilyPart } from '../components/plan-family.tsx'
import { PlanOverview } from '../components/plan-overview.tsx'
import { PlanTargets } from '../components/plan-targets.tsx'
import { printedDate, printedNumber } from '../components/plan-words.ts'
import { basesQuery, comparisonQuery } from '../requests-cascade.ts'
import { WarningList } from '../components/warning-list.tsx'
import { planQuery, sourceQuery } from '../requests.ts'
import '../plans.css'

export function Page() {
  const t = useMessages(plansMessages)
  const { planId } = usePageParams(z.object({ planId: Id }))
  const { data: plan, error } = useQuery(planQuery(planId))
  const back = { to: '/plans', label: t('plans.list') }
  if (!plan) {
    return (
      <>
        <PageHead title={t('plans.list')} back={back} />
        {error ? <ProblemNote problem={error} /> : <Loading />}
      </>
    )
  }
  const about = {
    no: plan.no,
    number: printedNumber(plan) ?? t('plans.no-number'),
    date: printedDate(plan.date) ?? t('plans.no-date'),
    issuer: plan.issuer ?? plan.areaName,
  }
  return (
    <>
      <PageHead
        title={plan.title}
        lead={t('plans.lead-plan', about)}
        back={back}
        actions={<PlanActions plan={plan} />}
      />
      <PlanParts plan={plan} />
    </>
  )
}

function PlanParts({ plan }: { plan: FiledPlan }) {
  const t = useMessages(plansMessages)
  const cascade = useMessages(cascadeMessages)
  const may = useMay()
  return (
    <Stack gap="xl">
      {plan.isAbove ? (
        <Alert color="blue">{t('plans.above-note', { area: nameInSentence(plan.areaName) })}</Alert>
      ) : null}
      <PlanOverview plan={plan} />
      <BasesNote planId={plan.id} />
      <PageSection id="plan-targets" title={t('plans.plan-targets')} size="h3">
        <PlanTargets plan={plan} />
      </PageSection>
      {plan.isAbove ? null : <Compared planId={plan.id} />}
      {planPageSections
        .filter(({ needs }) => may(needs))
        .map(({ key, Section }) => (
          <Suspense key={key} fallback={<Loading />}>
            <Section planId={plan.id} />
          </Suspense>
        ))}
      <PageSection id="plan-deadlines" title={t('plans.plan-deadlines')} size="h3">
        <Deadlines plan={plan} />
      </PageSection>
      <PageSection id="plan-family" title={cascade('plans.family')} size="h3">
        <PlanFamilyPart plan={plan} />
      </PageSection>
      <PageSection id="plan-cascade" title={cascade('plans.cascade')} size="h3">
        <PlanCascade plan={plan} />
      </PageSection>
      <Source planId={plan.id} />
    </Stack>
  )
}

/** Bases that were abolished, replaced or have run out since. */
function BasesNote({ planId }: { planId: string }) {
  const { data = [], error } = useQuery(basesQuery(planId))
  return data.length > 0 ? <WarningList warnings={data} /> : <ProblemNote problem={error} />
}

/** Only a plan with a plan above has something to be compared with. */
function Compared({ planId }: { planId: string }) {
  const t = useMessages(draftMessages)
  const { data, error } = useQuery(comparisonQuery(planId))
  if (!data) return <ProblemNote problem={error} />
  return (
    <PageSection id="plan-comparison" title={t('plans.compare')} size="h3">
      <PlanComparison comparison={data} />
    </PageSection>
  )
}

/** Rows of a list that show before all are asked for: a province's plan has a hundred units below it. */
const firstRows = 5

function Deadlines({ plan }: { plan: FiledPlan }) {
  const t = useMessages(plansMessages)
  const [today] = useState(todayHere)
  return (
    <DataList
      label={t('plans.plan-deadlines')}
      rows={plan.deadlines}
      rowKey={({ id }) => id}
      firstRows={firstRows}
      empty={<Text c="dimmed">{t('plans.deadlines-none')}</Text>}
      columns={[
        { key: 'what', heading: t('plans.what'), kind: 'title', cell: ({ text }) => text },
        {
          key: 'due',
          heading: t('plans.due'),
          cell: (deadline) => (
            <span className="tabular">
              {deadlineWords(t, deadline)}
              {deadline.date !== null && deadline.date < today ? ` (${t('plans.passed')})` : ''}
            </span>
          ),
        },
        { key: 'who', heading: t('plans.who'), cell: ({ who }) => who ?? '' },
      ]}
    />
  )
}

function Source({ planId }: { planId: string }) {
  const t = useMessages(plansMessages)
  const [isShown, show] = useState(false)
  const { data, error } = useQuery({ ...sourceQuery(planId), enabled: isShown })
  return (
    <section className="no-print">
      <Button variant="default" onClick={() => show(!isShown)} aria-expanded={isShown}>
        {isShown ? t('plans.source-hide') : t('plans.source-show')}
      </Button>
      {isShown ? <ProblemNote problem={error} /> : null}
      {isShown && data ? (
        <div className="plans-text" tabIndex={0} role="region" aria-label={t('plans.text')}>
          {data.text}
        </div>
      ) : null}
    </section>
  )
}
