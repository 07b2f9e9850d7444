import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { statusQuery } from '#modules/accounts/web/public.tsx'
import { ChildrenFound } from '#modules/children/shared/contract.ts'
import { AllOpenings, MovesWaiting, OpeningsAsked, OpeningsToReview } from '#modules/children/web/public.tsx'
import { UrgentButton, UrgentWaiting } from '#modules/duties/web/public.tsx'
import { WhereWeStand } from '#modules/indicators/web/public.tsx'
import { PlanSummary } from '#modules/plans/shared/filing.ts'
import { RemindersToday } from '#modules/tasks/web/public.tsx'
import { GrantNotes } from '#modules/reorganisation/web/public.tsx'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { todayHere } from '#ui/today-here.ts'
import { DueChildren } from './due-children.tsx'
import { FirstSteps } from './first-steps.tsx'
import { GrowthCard } from './growth-card.tsx'
import { todayMessages } from './messages.ts'
import { PlanDeadlines } from './plan-deadlines.tsx'
import { SampleCard } from './sample-card.tsx'

/** Whether the register holds anybody; undefined until known and for those who may not see children. */
function useHasChildren(): boolean | undefined {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['children', 'any'],
    queryFn: () => api.send('POST', '/children/search', { limit: 1 }, ChildrenFound),
    enabled: may('children.read'),
  })
  return data ? data.children.length > 0 : undefined
}

function usePlans(): PlanSummary[] | undefined {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['plans'],
    queryFn: () => api.get('/plans', z.array(PlanSummary)),
    enabled: may('plans.read'),
  })
  return data
}

/** Which parts of the page this person needs now. */
function useParts() {
  const may = useMay()
  const { data: status } = useQuery(statusQuery)
  const hasChildren = useHasChildren()
  const plans = usePlans() ?? []
  const mayStart = may('children.import') ? hasChildren !== undefined : may('accounts.manage')
  return {
    plans,
    hasChildren: hasChildren ?? false,
    isRegisterEmpty: hasChildren === false,
    showsSteps: mayStart && !(hasChildren && plans.length > 0),
    showsSample: may('sample.manage') && (hasChildren === false || status?.sample === true),
  }
}

/** What the children of the place need; nothing while that is not known. */
function OfChildren({ hasChildren, isEmpty }: { hasChildren: boolean; isEmpty: boolean }) {
  const may = useMay()
  if (!hasChildren) return isEmpty && !may('children.import') ? <NobodyYet /> : null
  return (
    <>
      {may('services.read') ? <DueChildren /> : null}
      {may('growth.read') ? <GrowthCard /> : null}
    </>
  )
}

/** The figures, for those who see no single child. */
function Stand() {
  const may = useMay()
  return may('indicators.read') ? <WhereWeStand /> : null
}

/** For those who serve children of a register that is still empty. */
function NobodyYet() {
  const t = useMessages(todayMessages)
  const may = useMay()
  const add = may('children.write') ? (
    <PageButton to="/children/new">{t('today.nobody-add')}</PageButton>
  ) : undefined
  return <EmptyState title={t('today.nobody')} why={t('today.nobody-why')} actions={add} />
}

/** What others wait for: each part shows itself only when something does. */
function Waiting() {
  const may = useMay()
  return (
    <>
      <RemindersToday />
      {may('children.break-glass') ? <OpeningsAsked /> : null}
      {may('children.review-openings') ? <OpeningsToReview /> : null}
      <UrgentWaiting />
      <MovesWaiting />
    </>
  )
}

/** What this person must do by when, late things first; in a new installation how to begin, before all else. */
export function Page() {
  const t = useMessages(todayMessages)
  const { area } = useActor()
  const may = useMay()
  const [today] = useState(todayHere)
  const { plans, hasChildren, isRegisterEmpty, showsSteps, showsSample } = useParts()
  const steps = showsSteps ? <FirstSteps hasPlan={plans.length > 0} hasChildren={hasChildren} /> : null
  return (
    <>
      <PageHead
        title={t('today.title')}
        lead={t('today.lead', { day: formatDay(today), area: area.name })}
        actions={<UrgentButton />}
      />
      <Stack gap="xl">
        <GrantNotes />
        {hasChildren ? null : steps}
        <Waiting />
        {may('children.read') ? (
          <OfChildren hasChildren={hasChildren} isEmpty={isRegisterEmpty} />
        ) : (
          <Stand />
        )}
        {plans.length > 0 ? <PlanDeadlines plans={plans} today={today} /> : null}
        {hasChildren ? steps : null}
        {showsSample ? <SampleCard /> : null}
        {may('children.review-openings') ? <AllOpenings /> : null}
      </Stack>
    </>
  )
}
