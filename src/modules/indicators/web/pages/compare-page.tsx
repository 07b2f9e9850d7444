import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodName, periodRange } from '#base/period.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { AreaSelect } from '#modules/areas/web/public.tsx'
import type { Compared, CompareReply, Side } from '../../shared/contract-compare.ts'
import type { IndicatorValue } from '../../shared/contract.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { compareQuery, definitionsQuery, exportComparison } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
  withAreaId: Id.optional().catch(undefined),
  withPeriod: Period.optional().catch(undefined),
})
type Search = z.infer<typeof Search>

/** Five years back with their halves, newest first. */
function usePeriods() {
  const { language } = useLanguage()
  const today = todayHere()
  const years = Array.from({ length: 5 }, (_, back) => Number(today.slice(0, 4)) - back)
  return years
    .flatMap((year) => [`${year}`, `${year}-H2`, `${year}-H1`])
    .filter((period) => periodRange(period).from <= today)
    .map((period) => ({ value: period, label: periodName(period, language) }))
}

type SideFieldsProps = {
  label: string
  areaId: string | undefined
  period: string | undefined
  onArea: (areaId: string | undefined) => void
  onPeriod: (period: string | undefined) => void
}

function SideFields({ label, areaId, period, onArea, onPeriod }: SideFieldsProps) {
  const t = useMessages(indicatorsCompareMessages)
  const all = useMessages(indicatorsMessages)
  const { area } = useActor()
  return (
    <Group component="fieldset" align="end" gap="sm" bd={0} m={0} p={0} miw={0} aria-label={label}>
      <AreaSelect
        label={`${label}: ${t('indicators.compare-place')}`}
        value={areaId ?? area.id}
        first={area}
        onChange={onArea}
      />
      <Select
        label={all('indicators.period')}
        data={usePeriods()}
        value={period ?? null}
        allowDeselect={false}
        onChange={(next) => onPeriod(next ?? undefined)}
      />
    </Group>
  )
}

const isKnown = (value: IndicatorValue | null) => value !== null && value.value !== null

function valueWords(value: IndicatorValue | null, words: { none: string; hidden: string }): string {
  if (value?.hidden) return words.hidden
  if (!value || value.value === null) return words.none
  const { numerator, denominator, unit } = value
  const counts =
    numerator !== null && denominator !== null
      ? ` (${formatNumber(numerator)}/${formatNumber(denominator)})`
      : ''
  return `${formatNumber(value.value)}${unit === '%' ? '%' : ` ${unit}`}${counts}`
}

function Comparison({ reply }: { reply: CompareReply }) {
  const t = useMessages(indicatorsCompareMessages)
  const all = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const { data: edition } = useQuery(definitionsQuery)
  const names = new Map(edition?.definitions.map(({ code, name }) => [code, name[language]]))
  const heading = ({ area, period, asOf }: Side) =>
    t('indicators.compare-side', {
      area: area.name,
      period: periodName(period, language),
      day: formatDay(asOf),
    })
  const words = { none: all('indicators.no-data'), hidden: all('indicators.hidden') }
  // Nothing on both sides says nothing.
  const rows = reply.values.filter(({ left, right }) => isKnown(left) || isKnown(right))
  const difference = ({ difference: apart, left }: Compared) =>
    apart === null
      ? ''
      : t('indicators.compare-points', {
          sign: apart > 0 ? '+' : '',
          value: formatNumber(apart),
          unit: left?.unit === '%' ? t('indicators.compare-percent-points') : (left?.unit ?? ''),
        })
  return (
    <DataList
      label={t('indicators.compare')}
      rows={rows}
      rowKey={({ code }) => code}
      empty={<Text c="dimmed">{t('indicators.compare-empty')}</Text>}
      columns={[
        {
          key: 'name',
          heading: all('indicators.name'),
          kind: 'title',
          cell: ({ code }) => names.get(code) ?? code,
        },
        { key: 'left', heading: heading(reply.left), cell: ({ left }) => valueWords(left, words) },
        { key: 'right', heading: heading(reply.right), cell: ({ right }) => valueWords(right, words) },
        { key: 'difference', heading: t('indicators.compare-difference'), cell: difference },
      ]}
    />
  )
}

function ExportButton({ search }: { search: Search }) {
  const all = useMessages(indicatorsMessages)
  const exporting = useMutation({ mutationFn: () => exportComparison(search) })
  return (
    <>
      <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
        {all('indicators.export-xlsx')}
      </Button>
      <ProblemNote problem={exporting.error} />
    </>
  )
}

/** Two periods of a place, or two places: every figure side by side. */
export function Page() {
  const t = useMessages(indicatorsCompareMessages)
  const all = useMessages(indicatorsMessages)
  const search = usePageSearch(Search)
  const change = useChangeSearch()
  const { data, error, refetch } = useQuery(compareQuery(search))
  return (
    <Stack gap="md">
      <PageHead
        title={t('indicators.compare')}
        lead={<Text>{t('indicators.compare-lead')}</Text>}
        back={{ to: '/indicators', label: all('indicators.back') }}
        actions={
          <>
            <ExportButton search={search} />
            <PrintButton />
          </>
        }
      />
      <Stack gap="md" className="no-print">
        <SideFields
          label={t('indicators.compare-left')}
          areaId={search.areaId}
          period={data?.left.period ?? search.period}
          onArea={(areaId) => change({ areaId })}
          onPeriod={(period) => change({ period })}
        />
        <SideFields
          label={t('indicators.compare-right')}
          areaId={search.withAreaId ?? search.areaId}
          period={data?.right.period ?? search.withPeriod}
          onArea={(withAreaId) => change({ withAreaId })}
          onPeriod={(withPeriod) => change({ withPeriod })}
        />
      </Stack>
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {data ? <Comparison reply={data} /> : error ? null : <Loading />}
    </Stack>
  )
}
