import { Button, Group, MultiSelect, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodName } from '#base/period.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { AreaSelect } from '#modules/areas/web/public.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { Compared, CompareReply, Side } from '../../shared/contract-compare.ts'
import type { IndicatorValue } from '../../shared/contract.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { whyNotThenInWords } from '../../shared/then-words.ts'
import { PictureFrame } from '../components/picture-frame.tsx'
import { usePeriods } from '../periods.ts'
import { compareQuery, definitionsQuery, exportComparison } from '../requests.ts'
import { valueWords } from '../value-words.ts'

/** The chart library is fetched only when there is something to draw. */
const BarChart = lazy(async () => ({ default: (await import('../components/bar-chart.tsx')).BarChart }))

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  period: Period.optional().catch(undefined),
  withAreaId: Id.optional().catch(undefined),
  withPeriod: Period.optional().catch(undefined),
})
type Search = z.infer<typeof Search>

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

/** So many groups of bars are still a picture. */
const mostBars = 10

/** Shares that both sides have, the board's first; more than one picture can show are chosen from. */
function ComparePicture({ reply, search }: { reply: CompareReply; search: Search }) {
  const t = useMessages(indicatorsCompareMessages)
  const { language } = useLanguage()
  const { data: edition } = useQuery(definitionsQuery)
  const [chosen, setChosen] = useState<string[]>()
  const names = new Map(edition?.definitions.map(({ code, name }) => [code, name[language]]))
  const fitting = reply.values.filter(
    ({ left, right }) => left?.unit === '%' && isKnown(left) && isKnown(right),
  )
  if (fitting.length === 0) return null
  const codes = chosen ?? fitting.slice(0, 8).map(({ code }) => code)
  const rows = fitting
    .filter(({ code }) => codes.includes(code))
    .map(({ code, left, right }) => ({
      name: names.get(code) ?? code,
      values: [left?.value ?? null, right?.value ?? null],
    }))
  const sideName = ({ area, period }: Side) => `${area.name}, ${periodName(period, language)}`
  const sides = [sideName(reply.left), sideName(reply.right)]
  const day = [...new Set([reply.left.asOf, reply.right.asOf])].map(formatDay).join(', ')
  const source = t('indicators.picture-source', {
    area: [...new Set([reply.left, reply.right].map((side) => nameInSentence(side.area.name)))].join(', '),
  })
  const label = `${t('indicators.compare')} (%): ${sides.join(' · ')}`
  return (
    <section aria-label={label}>
      <MultiSelect
        className="no-print"
        mb="sm"
        label={t('indicators.compare-of')}
        data={fitting.map(({ code }) => ({ value: code, label: names.get(code) ?? code }))}
        value={codes}
        maxValues={mostBars}
        searchable
        onChange={setChosen}
      />
      <PictureFrame
        caption={{ name: label, note: t('indicators.picture-note', { source, day }) }}
        onTable={() => exportComparison(search)}
      >
        <Suspense fallback={<Loading />}>
          <BarChart label={label} rows={rows} series={sides} />
        </Suspense>
      </PictureFrame>
    </section>
  )
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
    apart === null ? (
      ''
    ) : (
      <span className="nowrap">
        {t('indicators.compare-points', {
          sign: apart > 0 ? '+' : '',
          value: formatNumber(apart),
          unit: left?.unit === '%' ? t('indicators.compare-percent-points') : (left?.unit ?? ''),
        })}
      </span>
    )
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

/** Sides that have no figures of their period, and why. */
function RefusedSides({ reply }: { reply: CompareReply }) {
  const { language } = useLanguage()
  const refused = [reply.left, reply.right].filter((side) => side.refused !== null)
  return (
    <>
      {refused.map(({ area, period, refused: why }) => (
        <Text key={`${area.id} ${period}`}>
          {area.name}, {periodName(period, language)}: {why ? whyNotThenInWords(why, language) : null}
        </Text>
      ))}
    </>
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
            <PageButton variant="default" to="/indicators/results">
              {t('indicators.results')}
            </PageButton>
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
      {data ? <RefusedSides reply={data} /> : null}
      {data ? <ComparePicture reply={data} search={search} /> : null}
      {data ? <Comparison reply={data} /> : error ? null : <Loading />}
    </Stack>
  )
}
