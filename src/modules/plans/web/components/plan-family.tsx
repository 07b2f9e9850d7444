import { NativeSelect, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { FiledPlan, PlanSummary } from '../../shared/filing.ts'
import { cascadeMessages } from '../../shared/messages-cascade.ts'
import { plansAboveQuery, plansQuery } from '../requests.ts'
import { chooseParent, familyQuery } from '../requests-cascade.ts'
import { planLine } from './plan-words.ts'

/** The plan that this one carries out, and the plans that carry this one out. */
export function PlanFamilyPart({ plan }: { plan: FiledPlan }) {
  const t = useMessages(cascadeMessages)
  const may = useMay()
  const { data, error } = useQuery(familyQuery(plan.id))
  if (!data) return <ProblemNote problem={error} />
  const { parent, below } = data
  return (
    <Stack gap="sm">
      {parent ? (
        <Text>
          {t('plans.family-parent')}: <PageLink to={`/plans/${parent.id}`}>{planLine(parent)}</PageLink>
        </Text>
      ) : (
        <Text c="dimmed">{t('plans.family-no-parent')}</Text>
      )}
      {!plan.isAbove && may('plans.write') ? <ChooseParent plan={plan} parent={parent} /> : null}
      {below.length > 0 ? <Below plans={below} /> : null}
    </Stack>
  )
}

function Below({ plans }: { plans: readonly PlanSummary[] }) {
  const t = useMessages(cascadeMessages)
  return (
    <DataList
      label={t('plans.family-below-list')}
      rows={plans}
      rowKey={({ id }) => id}
      firstRows={5}
      columns={[
        {
          ...{ key: 'plan', heading: t('plans.family-below', { count: plans.length }), kind: 'title' },
          cell: (one) => <PageLink to={`/plans/${one.id}`}>{planLine(one)}</PageLink>,
        },
      ]}
    />
  )
}

function ChooseParent({ plan, parent }: { plan: FiledPlan; parent: PlanSummary | null }) {
  const t = useMessages(cascadeMessages)
  const queries = useQueryClient()
  const { data: own = [] } = useQuery(plansQuery)
  const { data: above = [] } = useQuery(plansAboveQuery)
  const choosing = useMutation({
    mutationFn: (parentId: string | null) => chooseParent(plan.id, parentId),
    onSuccess: (next) => queries.setQueryData(familyQuery(plan.id).queryKey, next),
  })
  const others = [...above, ...own].filter(
    ({ id, areaId, isAbove }) => id !== plan.id && (isAbove || areaId === plan.areaId),
  )
  return (
    <>
      <NativeSelect
        className="no-print"
        maw={640}
        label={t('plans.family-choose')}
        value={parent?.id ?? ''}
        disabled={choosing.isPending}
        data={[
          { value: '', label: t('plans.family-choose-none') },
          ...others.map((one) => ({ value: one.id, label: planLine(one) })),
        ]}
        onChange={(event) => choosing.mutate(event.currentTarget.value || null)}
      />
      <ProblemNote problem={choosing.error} />
    </>
  )
}
