import { Select, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { z } from 'zod'
import { type Day, formatDay } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, useChangeSearch } from '#platform/web/page-link.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { VillageFilter } from '#modules/areas/web/public.tsx'
import { ClassSelect } from '#modules/children/web/public.tsx'
import { severityOf } from '../../shared/classes.ts'
import type { Sheet, StoredMeasurement } from '../../shared/contract.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import type { Standard } from '../../shared/standard.ts'
import { SheetRow } from '../components/sheet-row.tsx'
import { type SheetChoice, sheetQuery, standardQuery } from '../requests.ts'
import '../growth.css'

const educations = ['nursery', 'kindergarten', 'primary'] as const

const Search = z.object({
  villageId: Id.optional().catch(undefined),
  education: z.enum(educations).optional().catch(undefined),
  facilityId: Id.optional().catch(undefined),
  className: z.string().optional().catch(undefined),
})

/** Everybody of a village or class on one sheet, by keyboard; each child is saved as soon as it is typed. */
export function Page() {
  const t = useMessages(growthMessages)
  const search = usePageSearch(Search)
  const [day, setDay] = useState<Day | undefined>(todayHere)
  const { data: standard, error } = useQuery(standardQuery)
  return (
    <>
      <PageHead
        title={t('growth.sheet-title')}
        lead={
          <>
            <span className="no-print">{t('growth.sheet-lead')}</span>
            {day ? <span className="print-only">{formatDay(day)}</span> : null}
          </>
        }
        actions={
          <>
            <PrintButton />
            <PageButton to="/growth/attention" variant="default">
              {t('growth.open-attention')}
            </PageButton>
          </>
        }
      />
      <Choice search={search} day={day} onDay={setDay} />
      <ProblemNote problem={error} />
      {day && standard ? <SheetOf choice={{ ...search, day }} standard={standard} /> : null}
    </>
  )
}

type ChoiceProps = {
  search: z.infer<typeof Search>
  day: Day | undefined
  onDay: (day: Day | undefined) => void
}

function Choice({ search, day, onDay }: ChoiceProps) {
  const t = useMessages(growthMessages)
  const change = useChangeSearch()
  const [today] = useState(todayHere)
  return (
    <div className="growth-filters no-print">
      <DayField label={t('growth.measured-on')} value={day} max={today} required onChange={onDay} />
      <VillageFilter value={search.villageId} onChange={(villageId) => change({ villageId })} />
      <Select
        label={t('growth.sheet-class')}
        data={[
          { value: 'all', label: t('growth.sheet-no-class') },
          ...educations.map((one) => ({ value: one, label: t(`growth.education-${one}`) })),
        ]}
        value={search.education ?? 'all'}
        allowDeselect={false}
        onChange={(value) => change({ education: educations.find((one) => one === value) })}
      />
      <ClassSelect
        value={search}
        onChange={({ facilityId, className }) => change({ facilityId, className })}
      />
    </div>
  )
}

function SheetOf({ choice, standard }: { choice: SheetChoice; standard: Standard }) {
  const t = useMessages(growthMessages)
  const queries = useQueryClient()
  const [sessionId] = useState(newId)
  const { data, error, isPending } = useQuery(sheetQuery(choice))
  const { day, villageId, education, facilityId, className } = choice
  const onStored = useCallback(
    (childId: string, stored: StoredMeasurement | null) => {
      const { queryKey } = sheetQuery({ day, villageId, education, facilityId, className })
      queries.setQueryData<Sheet>(queryKey, (before) => before && withStored(before, childId, stored))
      void queries.invalidateQueries({ queryKey: ['growth', 'child', childId] })
      void queries.invalidateQueries({ queryKey: ['growth', 'attention'], refetchType: 'none' })
      void queries.invalidateQueries({ queryKey: ['services'], refetchType: 'none' })
    },
    [queries, day, villageId, education, facilityId, className],
  )
  if (!data) return isPending ? <Loading rows={8} /> : <ProblemNote problem={error} />
  if (data.rows.length === 0)
    return <EmptyState title={t('growth.sheet-none')} why={t('growth.sheet-none-why')} />
  return (
    <>
      {data.more ? <Text mb="sm">{t('growth.sheet-many')}</Text> : null}
      <table className="growth-sheet">
        <SheetHead />
        <tbody>
          {data.rows.map((row, place) => (
            <SheetRow key={`${row.childId} ${day}`} {...{ row, place, day, standard, sessionId, onStored }} />
          ))}
        </tbody>
      </table>
      <SheetFoot sheet={data} />
    </>
  )
}

function withStored(sheet: Sheet, childId: string, stored: StoredMeasurement | null): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => (row.childId === childId ? { ...row, ofDay: stored } : row)),
  }
}

function SheetHead() {
  const t = useMessages(growthMessages)
  const heads = [
    'sheet-child',
    'sheet-before',
    'weight',
    'lenhei',
    'position',
    'arm',
    'sheet-result',
  ] as const
  return (
    <thead>
      <tr>
        {heads.map((name) => (
          <th key={name} scope="col">
            {t(`growth.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SheetFoot({ sheet: { rows } }: { sheet: Sheet }) {
  const t = useMessages(growthMessages)
  const done = rows.flatMap(({ ofDay }) => (ofDay ? [ofDay] : []))
  const bad = done.filter(({ classes }) => severityOf(classes) > 0 || classes.includes('to-check'))
  return (
    <div className="growth-foot" role="status">
      <Text fw={600}>
        {t('growth.sheet-count', { done: formatNumber(done.length), all: formatNumber(rows.length) })} ·{' '}
        {t('growth.sheet-malnourished', { count: formatNumber(bad.length) })}
      </Text>
      <Text className="growth-quiet growth-keys no-print">{t('growth.sheet-keys')}</Text>
    </div>
  )
}
