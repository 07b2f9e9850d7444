import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment, Suspense, useState } from 'react'
import { z } from 'zod'
import { Day, formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { isOn } from '#base/span.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink, useChangeSearch, useGo } from '#platform/web/page-link.tsx'
import { usePageParams, usePageSearch } from '#platform/web/page.tsx'
import { areaPageSections } from '#platform/web/slots.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { Area, AreaHistory } from '../../shared/contract.ts'
import { areasMessages } from '../../shared/messages.ts'
import { threeTierUntil } from '../../shared/unit-tables.ts'
import { useDaysOf } from '../components/days-of.ts'
import { HistorySection } from '../components/history-section.tsx'
import { PastButtons } from '../components/past-buttons.tsx'
import { PastParentForm } from '../components/past-parent-form.tsx'
import '../areas.css'
import { areaSearchQuery, belowQuery, historyQuery, nationQuery, wayQuery } from '../requests.ts'

const Params = z.object({ areaId: Id.optional() })
const Search = z.object({ on: Day.optional().catch(undefined) })

/** A unit as it was on a day: where it stood, what was below it, what it was made from and what it became. */
export function Page() {
  const { areaId } = usePageParams(Params)
  const { on } = usePageSearch(Search)
  const { data: nation, error } = useQuery({ ...nationQuery, enabled: areaId === undefined })
  const [today] = useState(todayHere)
  const shown = areaId ?? nation?.id
  return shown ? <PlaceOn areaId={shown} on={on ?? today} /> : <ProblemNote problem={error} />
}

type PlaceProps = { areaId: string; on: Day }

function PlaceOn({ areaId, on }: PlaceProps) {
  const t = useMessages(areasMessages)
  const { data: way, error } = useQuery(wayQuery(areaId, on))
  const { data: history } = useQuery(historyQuery(areaId))
  const title = t('areas.places')
  if (error) return <PageProblem title={title} back={{ to: '/areas', label: title }} problem={error} />
  if (!way || !history) return <Loading />
  return history.area.kind === 'nation' ? (
    <NationOn nation={history.area} on={on} />
  ) : (
    <UnitOn way={way} history={history} on={on} />
  )
}

function NationOn({ nation, on }: { nation: Area; on: Day }) {
  const t = useMessages(areasMessages)
  const may = useMay()
  const changing = may('areas.reorganise') ? (
    <>
      <PageButton variant="default" to="/reorganisations">
        {t('areas.reorganise')}
      </PageButton>
      <PageButton variant="default" to="/areas/import">
        {t('areas.import')}
      </PageButton>
    </>
  ) : null
  return (
    <>
      <PageHead
        title={t('areas.places')}
        lead={t('areas.places-lead', { day: formatDay(on) })}
        actions={changing}
      />
      <Stack gap="xl">
        <Choose on={on} />
        <Below area={nation} on={on} />
      </Stack>
    </>
  )
}

function UnitOn({ way, history, on }: { way: readonly Area[]; history: AreaHistory; on: Day }) {
  const may = useMay()
  const area = way.at(-1)
  return (
    <>
      <PageHead title={area?.name ?? history.area.name} lead={<Way way={way} on={on} />} />
      <Stack gap="xl">
        <Choose on={on} />
        {area ? null : <NotThen area={history.area} on={on} />}
        <HistorySection history={history} />
        {area && area.kind !== 'village' ? <Below area={area} on={on} /> : null}
        <Suspense fallback={<Loading />}>
          {areaPageSections
            .filter(({ needs }) => may(needs))
            .map(({ key, Section }) => (
              <Section key={key} areaId={history.area.id} name={history.area.name} />
            ))}
        </Suspense>
        {may('areas.manage') ? <PastParentForm key={history.area.id} area={history.area} /> : null}
        {may('areas.manage') ? <PastButtons key={`more ${history.area.id}`} area={history.area} /> : null}
      </Stack>
    </>
  )
}

/** The units above, as links that keep the day. */
function Way({ way, on }: { way: readonly Area[]; on: Day }) {
  const t = useMessages(areasMessages)
  const daysOf = useDaysOf()
  const area = way.at(-1)
  return (
    <Stack gap={4}>
      <nav aria-label={t('areas.path')}>
        <span className="area-way">
          {way.slice(0, -1).map(({ id, name }) => (
            <Fragment key={id}>
              <PageLink to={`/areas/${id}`} search={{ on }}>
                {name}
              </PageLink>
              <span aria-hidden>›</span>
            </Fragment>
          ))}
          <Text span c="var(--mantine-color-text)">
            {area?.name ?? ''}
          </Text>
        </span>
      </nav>
      {area && area.kind !== 'village' ? (
        <Text c="dimmed">
          {t('areas.code')} {area.code}, {daysOf(area)}
        </Text>
      ) : null}
    </Stack>
  )
}

function NotThen({ area, on }: { area: Area; on: Day }) {
  const t = useMessages(areasMessages)
  const daysOf = useDaysOf()
  return (
    <Alert color="orange" title={t('areas.not-then', { day: formatDay(on) })}>
      {t('areas.not-then-why', { days: daysOf(area) })}
    </Alert>
  )
}

function Choose({ on }: { on: Day }) {
  const t = useMessages(areasMessages)
  const change = useChangeSearch()
  const go = useGo()
  const [text, setText] = useState('')
  const { data: found = [] } = useQuery({ ...areaSearchQuery({ text, on }), enabled: text !== '' })
  return (
    <Group align="start" gap="lg" className="no-print">
      <Stack gap="xs" maw={320}>
        <DayField
          label={t('areas.on')}
          description={t('areas.on-rule')}
          value={on}
          onChange={(day) => day && change({ on: day })}
        />
        <Group gap="md">
          <Quick label={t('areas.before-reform')} onClick={() => change({ on: threeTierUntil })} />
          <Quick label={t('areas.today')} onClick={() => change({ on: undefined })} />
        </Group>
      </Stack>
      <div style={{ flex: '1 1 18rem', maxWidth: 520 }}>
        <SearchSelect
          label={t('areas.find')}
          description={t('areas.find-rule')}
          choices={found.map(({ id, fullName, code }) => ({ value: id, label: `${fullName} (${code})` }))}
          value={undefined}
          onChange={(id) => id && go(`/areas/${id}`, { on })}
          onSearch={setText}
        />
      </div>
    </Group>
  )
}

function Quick({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-md" mih={44} onClick={onClick}>
      {label}
    </Button>
  )
}

function Below({ area, on }: { area: Area; on: Day }) {
  const t = useMessages(areasMessages)
  const { data: below, isPending } = useQuery(belowQuery(area.id, on))
  const columns: DataListColumn<Area>[] = [
    {
      key: 'unit',
      heading: t('areas.name'),
      kind: 'title',
      cell: ({ id, name }) => (
        <PageLink to={`/areas/${id}`} search={{ on }}>
          {name}
        </PageLink>
      ),
    },
    { key: 'code', heading: t('areas.code'), cell: ({ kind, code }) => (kind === 'village' ? '' : code) },
    { key: 'end', heading: t('areas.days'), cell: (below) => <Days area={below} /> },
  ]
  if (isPending) return <Loading />
  const rows = (below ?? []).filter((unit) => isOn(unit, on))
  // A commune without villages is nothing to explain: rosters bring them.
  if (rows.length === 0 && area.kind === 'commune') return null
  return (
    <section aria-label={t('areas.below')}>
      <Title order={2} mb="sm">
        {t('areas.below')} ({rows.length})
      </Title>
      <DataList
        label={t('areas.below')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('areas.below-none')} why={t('areas.below-none-why')} />}
      />
    </section>
  )
}

function Days({ area }: { area: Area }) {
  return <>{useDaysOf()(area)}</>
}
