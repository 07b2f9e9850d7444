import { Button, Checkbox, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { GrowthOfChild, StoredMeasurement } from '../../shared/contract.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import { afterMeasuring, undoMeasurement } from '../requests.ts'
import { ClassBadges, useAgeText, zText } from './words.tsx'

const measureText = (value: number | null) => (value === null ? '–' : formatNumber(value))

/** A year of weighings every month; the same number stands in growth.css. Paper has all of them. */
const shownAtFirst = 12

/** The same as the chart in numbers; corrections and what was taken back stay in sight on demand. */
export function MeasurementsTable({ growth }: { growth: GrowthOfChild }) {
  const t = useMessages(growthMessages)
  const [all, setAll] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: ({ childId, id }: StoredMeasurement) => undoMeasurement(childId, id),
    onSuccess: () => afterMeasuring(queries),
  })
  const columns = useColumns(growth, (one) => undo.mutate(one))
  const rows = growth.measurements.filter(({ undoneAt }) => all || undoneAt === null)
  const isShort = !isWhole && rows.length > shownAtFirst
  return (
    <>
      <ProblemNote problem={undo.error} />
      <div className={isShort ? 'growth-short' : undefined}>
        <DataList
          label={t('growth.table')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<Text>{t('growth.never')}</Text>}
        />
      </div>
      {isShort ? (
        <Button variant="default" mt="sm" className="no-print" onClick={() => setWhole(true)}>
          {t('growth.whole-table', { count: rows.length })}
        </Button>
      ) : null}
      {growth.measurements.length > rows.length || all ? (
        <Checkbox
          mt="sm"
          className="no-print"
          label={t('growth.show-all')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      ) : null}
    </>
  )
}

type Column = DataListColumn<StoredMeasurement>

const withZ = (value: number | null, z: number | null) =>
  `${measureText(value)}${z === null ? '' : ` (${zText(z)})`}`

function useNumberColumns(): Column[] {
  const t = useMessages(growthMessages)
  const number = (key: string, heading: string, cell: Column['cell']): Column => {
    return { key, heading, kind: 'number', cell }
  }
  return [
    number('weight', t('growth.weight'), ({ weightKg, scores }) => withZ(weightKg, scores.wei)),
    number('lenhei', t('growth.lenhei-short'), ({ lenheiCm, scores }) => withZ(lenheiCm, scores.len)),
    { ...number('wfl', t('growth.short-wfl'), ({ scores }) => zText(scores.wfl)), wideOnly: true },
    { ...number('bmi', t('growth.short-bmi'), ({ scores }) => zText(scores.bmi)), wideOnly: true },
  ]
}

function useColumns({ bornOn }: GrowthOfChild, onUndo: (one: StoredMeasurement) => void): Column[] {
  const t = useMessages(growthMessages)
  const may = useMay()
  const ageText = useAgeText()
  const numbers = useNumberColumns()
  const undo: Column = {
    key: 'undo',
    heading: '',
    kind: 'actions',
    cell: (one) =>
      one.undoneAt === null ? (
        <Button variant="subtle" className="no-print" onClick={() => onUndo(one)}>
          {t('growth.undo')}
        </Button>
      ) : null,
  }
  return [
    { key: 'day', heading: t('growth.day'), kind: 'title', cell: (one) => <DayCell one={one} /> },
    { key: 'age', heading: t('growth.age'), cell: ({ measuredOn }) => ageText(bornOn, measuredOn) },
    ...numbers,
    {
      key: 'class',
      heading: t('growth.class'),
      cell: ({ classes }) => <ClassBadges classes={classes} />,
    },
    {
      key: 'by',
      heading: t('growth.by'),
      wideOnly: true,
      cell: ({ recordedByName }) => recordedByName ?? '',
    },
    ...(may('growth.record') ? [undo] : []),
  ]
}

function DayCell({ one }: { one: StoredMeasurement }) {
  const t = useMessages(growthMessages)
  const w = useMessages(growthWords)
  const marks = [
    one.undoneAt === null ? undefined : t(one.replacedBy ? 'growth.replaced-mark' : 'growth.undone-mark'),
    one.confirmed.length > 0
      ? t('growth.confirmed-mark', {
          doubts: one.confirmed.map((doubt) => w(`growth.doubt-${doubt}`)).join(' '),
        })
      : undefined,
  ].filter((mark) => mark !== undefined)
  return (
    <>
      <span className={one.undoneAt === null ? undefined : 'growth-struck'}>{formatDay(one.measuredOn)}</span>
      {marks.length > 0 ? <span className="growth-quiet"> ({marks.join('; ')})</span> : null}
    </>
  )
}
