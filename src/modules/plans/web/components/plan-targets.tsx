import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { targetText } from '../../shared/describe-reading.ts'
import type { FiledPlan, FiledTarget, TargetLink } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { splitMessages } from '../../shared/messages-split.ts'
import { isReached } from '../../shared/target-reached.ts'
import { indicatorsQuery, linkTarget, planQuery, type TargetValue, valuesQuery } from '../requests.ts'
import { EnterValueForm } from './enter-value-form.tsx'
import { IndicatorSelect } from './indicator-select.tsx'

/** What is counted, and the way to what each unit below is to reach. */
function Measure({ plan, target }: { plan: FiledPlan; target: FiledTarget }) {
  const t = useMessages(splitMessages)
  const hasUnitsBelow = useActor().area.kind === 'province' || plan.isAbove
  if (!hasUnitsBelow) return <>{target.measure}</>
  return (
    <>
      {target.measure}
      <div className="no-print">
        <PageLink className="plans-split" to={`/plans/${plan.id}/targets/${target.id}/split`}>
          {t('plans.split')}
        </PageLink>
      </div>
    </>
  )
}

/** Each target with its value today, the value to reach and the year. */
export function PlanTargets({ plan }: { plan: FiledPlan }) {
  const t = useMessages(plansMessages)
  // Figures of a place above cannot be counted from here.
  const tied = !plan.isAbove && plan.targets.some(({ way }) => way === 'indicator')
  const { data, error } = useQuery({ ...valuesQuery(plan.id), enabled: tied })
  const valueOf = (target: FiledTarget) => data?.values.find(({ targetId }) => targetId === target.id)
  return (
    <Stack gap="sm">
      {error ? <Text c="dimmed">{t('plans.values-away')}</Text> : null}
      <DataList
        label={t('plans.plan-targets')}
        rows={plan.targets}
        rowKey={({ id }) => id}
        firstRows={4}
        empty={<Text c="dimmed">{t('plans.targets-none')}</Text>}
        columns={[
          {
            key: 'measure',
            heading: t('plans.measure'),
            kind: 'title',
            cell: (target) => <Measure plan={plan} target={target} />,
          },
          {
            key: 'goal',
            heading: t('plans.goal'),
            cell: (target) => <strong className="tabular nowrap">{targetText(target)}</strong>,
          },
          {
            ...{ key: 'year', heading: t('plans.year') },
            cell: ({ year }) => <span className="tabular nowrap">{year ?? ''}</span>,
          },
          {
            key: 'now',
            heading: t('plans.now'),
            cell: (target) => <PresentValue plan={plan} target={target} computed={valueOf(target)} />,
          },
          {
            key: 'link',
            heading: t('plans.link'),
            cell: (target) => <Tie plan={plan} target={target} />,
          },
        ]}
      />
    </Stack>
  )
}

type PresentValueProps = { plan: FiledPlan; target: FiledTarget; computed: TargetValue | undefined }

/** The present value with its day and source, and where a person types one. */
function PresentValue({ plan, target, computed }: PresentValueProps) {
  const t = useMessages(plansMessages)
  const mayChange = useMayChange(plan)
  const keep = useKeepPlan(plan.id)
  const [isEntering, enter] = useState(false)
  return (
    <div className="plans-cell">
      <Value target={target} computed={computed} />
      {mayChange ? (
        <Button variant="default" onClick={() => enter(true)}>
          {t('plans.by-hand-enter')}
        </Button>
      ) : null}
      {isEntering ? (
        <EnterValueForm planId={plan.id} target={target} onEntered={keep} onClose={() => enter(false)} />
      ) : null}
    </div>
  )
}

function Value({ target, computed }: { target: FiledTarget; computed: TargetValue | undefined }) {
  const t = useMessages(plansMessages)
  const { handValue } = target
  if (target.way === 'indicator' && computed && computed.value !== null) {
    return <ValueWords target={target} now={computed.value} words={computed.text} />
  }
  if (!handValue) return <Text c="dimmed">{t('plans.no-value')}</Text>
  const value = `${formatNumber(handValue.value)}${target.unit === '%' ? '%' : ''}`
  const words = t('plans.value-of', { value, day: formatDay(handValue.asOf), source: handValue.source })
  return <ValueWords target={target} now={handValue.value} words={words} />
}

function ValueWords({ target, now, words }: { target: FiledTarget; now: number; words: string }) {
  const t = useMessages(plansMessages)
  const reached = isReached(target, now)
  return (
    <span className="tabular">
      {words}
      {reached === undefined ? null : (
        <Text span fw={600} c={reached ? 'var(--state-done)' : 'var(--state-due)'}>
          {' · '}
          {reached ? t('plans.reached') : t('plans.not-reached')}
        </Text>
      )}
    </span>
  )
}

/** A plan of a place above, and one that is closed, are only read. */
function useMayChange({ isAbove, isClosed }: FiledPlan): boolean {
  const may = useMay()
  return !isAbove && !isClosed && may('plans.write')
}

function useKeepPlan(planId: string): (next: FiledPlan) => void {
  const queries = useQueryClient()
  return (next) => queries.setQueryData(planQuery(planId).queryKey, next)
}

/** What the target is counted by, and how that is changed. */
function Tie({ plan, target }: { plan: FiledPlan; target: FiledTarget }) {
  const t = useMessages(plansMessages)
  const mayChange = useMayChange(plan)
  const queries = useQueryClient()
  const keep = useKeepPlan(plan.id)
  const [isChanging, change] = useState(false)
  const linking = useMutation({
    mutationFn: (link: TargetLink) => linkTarget(plan.id, target.id, link),
    onSuccess: async (next) => {
      keep(next)
      change(false)
      await queries.invalidateQueries({ queryKey: valuesQuery(plan.id).queryKey })
    },
  })
  const link: TargetLink =
    target.way === 'indicator' && target.indicatorCode !== null
      ? { way: 'indicator', indicatorCode: target.indicatorCode }
      : { way: target.way === 'by-hand' ? 'by-hand' : 'open', indicatorCode: null }
  if (!mayChange) return <LinkName link={link} />
  return (
    <div className="plans-cell">
      <LinkName link={link} />
      {isChanging ? (
        <IndicatorSelect link={link} onChange={(next) => linking.mutate(next)} />
      ) : (
        <Button variant="default" onClick={() => change(true)}>
          {t('plans.change-link')}
        </Button>
      )}
      <ProblemNote problem={linking.error} />
    </div>
  )
}

/** The whole name of the indicator: names begin alike, and a field would cut them. */
function LinkName({ link }: { link: TargetLink }) {
  const t = useMessages(plansMessages)
  const { language } = useLanguage()
  const { data } = useQuery(indicatorsQuery)
  if (link.way !== 'indicator') return <>{t(link.way === 'by-hand' ? 'plans.by-hand' : 'plans.open-link')}</>
  const found = data?.definitions.find(({ code }) => code === link.indicatorCode)
  return <span>{found?.name[language] ?? link.indicatorCode}</span>
}
