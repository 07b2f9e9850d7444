import { Alert, Button, NativeSelect, NumberInput, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { targetText } from '../../shared/describe-reading.ts'
import { splitMessages } from '../../shared/messages-split.ts'
import { type SplitUnit, SplitWay, type TargetSplit } from '../../shared/split.ts'
import { planQuery } from '../requests.ts'
import { changeSplit, splitQuery } from '../requests-cascade.ts'

/** What each unit below is to reach of one target. */
export function Page() {
  const t = useMessages(splitMessages)
  const { planId, targetId } = usePageParams(z.object({ planId: Id, targetId: Id }))
  const { data: plan } = useQuery(planQuery(planId))
  const { data: split, error } = useQuery(splitQuery(planId, targetId))
  const target = plan?.targets.find(({ id }) => id === targetId)
  const lead = target ? t('plans.split-lead', { measure: target.measure, aim: targetText(target) }) : ''
  return (
    <>
      <PageHead
        title={t('plans.split-title')}
        lead={lead}
        back={{ to: `/plans/${planId}`, label: plan?.title ?? '' }}
      />
      <ProblemNote problem={error} />
      {split && plan ? (
        <Editor key={JSON.stringify(split)} split={split} isAbove={plan.isAbove} ids={{ planId, targetId }} />
      ) : error ? null : (
        <Loading />
      )}
    </>
  )
}

type EditorProps = { split: TargetSplit; isAbove: boolean; ids: { planId: string; targetId: string } }

function Editor({ split, isAbove, ids }: EditorProps) {
  const t = useMessages(splitMessages)
  const may = useMay()
  const [way, setWay] = useState<SplitWay>(split.way ?? 'children')
  const [units, setUnits] = useState(split.units)
  const saving = useSaving(ids)
  const mayChange = !isAbove && may('plans.write')
  const change = (unitId: string, part: Partial<SplitUnit>) =>
    setUnits((before) => before.map((unit) => (unit.unitId === unitId ? { ...unit, ...part } : unit)))
  return (
    <Stack gap="md">
      {isAbove || units.length === 0 ? null : <Check split={split} />}
      {mayChange && units.length > 0 ? (
        <NativeSelect
          maw={320}
          label={t('plans.split-way')}
          value={way}
          data={SplitWay.options.map((value) => ({ value, label: t(`plans.split-way-${value}`) }))}
          onChange={(event) => setWay(SplitWay.parse(event.currentTarget.value))}
        />
      ) : null}
      <Units units={units} way={mayChange ? way : undefined} onChange={change} />
      <ProblemNote problem={saving.error} />
      {mayChange && units.length > 0 ? (
        <Button loading={saving.isPending} onClick={() => saving.mutate({ way, units })}>
          {t('plans.split-save')}
        </Button>
      ) : null}
    </Stack>
  )
}

type UnitsProps = { units: readonly SplitUnit[]; way: SplitWay | undefined; onChange: Change }

/** Where nothing is typed the first units show the way it is shared; who types needs them all. */
function Units({ units, way, onChange }: UnitsProps) {
  const t = useMessages(splitMessages)
  const columns = useColumns(way, onChange)
  const isTyped = way === 'baseline' || way === 'hand'
  return (
    <DataList
      label={t('plans.split-title')}
      rows={units}
      rowKey={({ unitId }) => unitId}
      {...(isTyped ? {} : { firstRows: 10 })}
      columns={columns}
      empty={<EmptyState title={t('plans.split-none')} />}
    />
  )
}

function useSaving({ planId, targetId }: EditorProps['ids']) {
  const t = useMessages(splitMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (input: { way: SplitWay; units: readonly SplitUnit[] }) =>
      changeSplit(planId, targetId, {
        way: input.way,
        units: input.units.map(({ unitId, value, baseline }) => ({ unitId, value, baseline })),
      }),
    onSuccess: (next) => {
      queries.setQueryData(splitQuery(planId, targetId).queryKey, next)
      toast({ text: t('plans.split-saved') })
    },
  })
}

function Check({ split: { total, isMet } }: { split: TargetSplit }) {
  const t = useMessages(splitMessages)
  if (total === null) return <Alert color="yellow">{t('plans.split-open')}</Alert>
  const words = { total: formatNumber(total) }
  return isMet ? (
    <Alert color="green">{t('plans.split-met', words)}</Alert>
  ) : (
    <Alert color="red">{t('plans.split-short', words)}</Alert>
  )
}

type Change = (unitId: string, part: Partial<SplitUnit>) => void

/** Only what the chosen way asks for is typed; without a way nothing is. */
function useColumns(way: SplitWay | undefined, change: Change): DataListColumn<SplitUnit>[] {
  const t = useMessages(splitMessages)
  return [
    { key: 'unit', heading: t('plans.split-unit'), kind: 'title', cell: ({ name }) => name },
    {
      key: 'children',
      heading: t('plans.split-children'),
      kind: 'number',
      cell: ({ children }) => formatNumber(children),
    },
    {
      key: 'baseline',
      heading: t('plans.split-baseline'),
      kind: 'number',
      cell: ({ unitId, name, baseline }) => (
        <Amount
          label={t('plans.split-baseline-of', { name })}
          value={baseline}
          isTyped={way === 'baseline'}
          onChange={(next) => change(unitId, { baseline: next })}
        />
      ),
    },
    {
      key: 'value',
      heading: t('plans.split-value'),
      kind: 'number',
      cell: ({ unitId, name, value }) => (
        <Amount
          label={t('plans.split-value-of', { name })}
          value={value}
          isTyped={way === 'hand'}
          onChange={(next) => change(unitId, { value: next })}
        />
      ),
    },
  ]
}

type AmountProps = {
  label: string
  value: number | null
  isTyped: boolean
  onChange: (value: number | null) => void
}

function Amount({ label, value, isTyped, onChange }: AmountProps) {
  if (!isTyped) return <>{value === null ? '' : formatNumber(value)}</>
  return (
    <NumberInput
      aria-label={label}
      value={value ?? ''}
      min={0}
      decimalSeparator=","
      thousandSeparator="."
      hideControls
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  )
}
