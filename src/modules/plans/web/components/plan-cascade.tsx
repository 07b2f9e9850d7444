import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type Cascade, type CascadeRow, type CascadeState, Exempt } from '../../shared/cascade.ts'
import type { FiledPlan } from '../../shared/filing.ts'
import { cascadeMessages } from '../../shared/messages-cascade.ts'
import { cascadeQuery, exempt } from '../requests-cascade.ts'
import { useCascadeWords } from './cascade-words.ts'
import { ObligationsForm } from './obligations-form.tsx'
import { printedDate, printedNumber } from './plan-words.ts'

/** Counts first, then who has issued a plan of their own, who is late and who needs none. */
export function PlanCascade({ plan }: { plan: FiledPlan }) {
  const t = useMessages(cascadeMessages)
  const { data, error } = useQuery(cascadeQuery(plan.id))
  if (!data) return <ProblemNote problem={error} />
  return (
    <Stack gap="sm">
      {data.rows.length === 0 ? <Text c="dimmed">{t('plans.cascade-none')}</Text> : <Counts cascade={data} />}
      <Correct plan={plan} cascade={data} />
      {data.rows.length > 0 ? <Rows plan={plan} cascade={data} /> : null}
    </Stack>
  )
}

function Counts({ cascade }: { cascade: Cascade }) {
  const words = useCascadeWords()
  return (
    <Text fw={600} className="tabular">
      {words(cascade)}
    </Text>
  )
}

function Correct({ plan, cascade }: { plan: FiledPlan; cascade: Cascade }) {
  const t = useMessages(cascadeMessages)
  const may = useMay()
  const [isOpen, open] = useState(false)
  if (plan.isAbove || !may('plans.write')) return null
  if (isOpen) return <ObligationsForm planId={plan.id} cascade={cascade} onDone={() => open(false)} />
  return (
    <Group className="no-print">
      <Button variant="default" onClick={() => open(true)}>
        {t('plans.oblige')}
      </Button>
      {cascade.isCorrected || cascade.rows.length === 0 ? null : (
        <Text c="dimmed">{t('plans.cascade-as-read')}</Text>
      )}
    </Group>
  )
}

/** Who is to be reminded stands first, who has done it last. */
const order: CascadeState[] = ['late', 'waiting', 'drafting', 'issued-late', 'issued', 'exempt']

function Rows({ plan, cascade }: { plan: FiledPlan; cascade: Cascade }) {
  const t = useMessages(cascadeMessages)
  const columns = useColumns(plan)
  return (
    <DataList
      label={t('plans.cascade')}
      rows={cascade.rows.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))}
      rowKey={({ key }) => key}
      firstRows={5}
      columns={columns}
    />
  )
}

function useColumns(plan: FiledPlan): DataListColumn<CascadeRow>[] {
  const t = useMessages(cascadeMessages)
  const may = useMay()
  const columns: DataListColumn<CascadeRow>[] = [
    { key: 'who', heading: t('plans.cascade-who'), kind: 'title', cell: ({ name }) => name },
    {
      key: 'due',
      heading: t('plans.cascade-due'),
      cell: ({ dueOn }) => (dueOn ? formatDay(dueOn) : t('plans.cascade-no-due')),
    },
    { key: 'state', heading: t('plans.cascade-state'), cell: (row) => <State row={row} /> },
    {
      key: 'plan',
      heading: t('plans.cascade-plan'),
      cell: ({ plan: issued }) =>
        issued ? (
          <PageLink to={`/plans/${issued.id}`}>
            {[printedNumber(issued) ?? issued.title, printedDate(issued.date)].filter(Boolean).join(' · ')}
          </PageLink>
        ) : null,
    },
  ]
  if (plan.isAbove || !may('plans.write')) return columns
  return [
    ...columns,
    {
      key: 'exempt',
      heading: '',
      kind: 'actions',
      cell: (row) => <ExemptButton planId={plan.id} row={row} />,
    },
  ]
}

function State({ row: { state, reason } }: { row: CascadeRow }) {
  const t = useMessages(cascadeMessages)
  if (state === 'late')
    return (
      <Text component="strong" c="var(--state-overdue)">
        {t('plans.cascade-is-late')}
      </Text>
    )
  return (
    <>
      {state === 'exempt'
        ? t('plans.cascade-is-exempt', { reason: reason ?? '' })
        : t(`plans.cascade-${state}`)}
    </>
  )
}

function ExemptButton({ planId, row }: { planId: string; row: CascadeRow }) {
  const t = useMessages(cascadeMessages)
  const queries = useQueryClient()
  const [isAsking, ask] = useState(false)
  const keep = (next: Cascade) => queries.setQueryData(cascadeQuery(planId).queryKey, next)
  const undoing = useMutation({
    mutationFn: () => exempt(planId, { key: row.key, reason: '' }),
    onSuccess: keep,
  })
  if (row.plan) return null
  if (row.state === 'exempt')
    return (
      <>
        <Button variant="default" loading={undoing.isPending} onClick={() => undoing.mutate()}>
          {t('plans.exempt-undo')}
        </Button>
        <ProblemNote problem={undoing.error} />
      </>
    )
  return (
    <>
      <Button variant="subtle" onClick={() => ask(true)}>
        {t('plans.exempt')}
      </Button>
      {isAsking ? (
        <FormDialog
          title={t('plans.exempt-of', { name: row.name })}
          fields={[{ name: 'reason', label: t('plans.exempt-reason'), kind: 'long', required: true }]}
          fixed={() => ({ key: row.key })}
          contract={Exempt.refine(({ reason }) => reason !== '', { path: ['reason'] })}
          send={async (input) => keep(await exempt(planId, input))}
          onDone={() => ask(false)}
          onClose={() => ask(false)}
        />
      ) : null}
    </>
  )
}
