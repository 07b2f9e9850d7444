import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber } from '#ui/numbers.ts'
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
        <PageLink to={`/plans/${plan.id}/targets/${target.id}/split`}>{t('plans.split')}</PageLink>
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
          { key: 'year', heading: t('plans.year'), cell: ({ year }) => year ?? '' },
          {
            key: 'now',
            heading: t('plans.now'),
            cell: (target) => <PresentValue target={target} computed={valueOf(target)} />,
          },
          {
            key: 'link',
            heading: t('plans.link'),
            cell: (target) => <TargetActions plan={plan} target={target} />,
          },
        ]}
      />
    </Stack>
  )
}

function PresentValue({ target, computed }: { target: FiledTarget; computed: TargetValue | undefined }) {
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

function TargetActions({ plan, target }: { plan: FiledPlan; target: FiledTarget }) {
  const t = useMessages(plansMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [isEntering, enter] = useState(false)
  const [isChanging, change] = useState(false)
  const keep = (next: FiledPlan) => queries.setQueryData(planQuery(plan.id).queryKey, next)
  const close = (next: FiledPlan | undefined) => {
    if (next) keep(next)
    enter(false)
  }
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
  if (plan.isAbove || plan.isClosed || !may('plans.write')) return <LinkName link={link} />
  return (
    <Stack gap="xs">
      <LinkName link={link} />
      {isChanging ? (
        <IndicatorSelect link={link} onChange={(next) => linking.mutate(next)} />
      ) : (
        <Button variant="default" onClick={() => change(true)}>
          {t('plans.change-link')}
        </Button>
      )}
      <ProblemNote problem={linking.error} />
      {isEntering ? (
        <EnterValueForm planId={plan.id} target={target} onDone={close} />
      ) : (
        <Button variant="default" onClick={() => enter(true)}>
          {t('plans.by-hand-enter')}
        </Button>
      )}
    </Stack>
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
