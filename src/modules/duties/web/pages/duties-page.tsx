import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type DutiesBelow, type DutiesOfUnit, Year } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import { dutyPeriodName } from '../../shared/periods.ts'
import { DutyGroup } from '../../shared/regime.ts'
import { DutiesBelowList } from '../components/duties-below.tsx'
import { EventDialog } from '../components/duty-dialogs.tsx'
import { OwnDuties } from '../components/own-duties.tsx'
import { belowQuery, dutiesQuery } from '../requests.ts'

const Search = z.object({
  year: Year.optional().catch(undefined),
  show: z.enum(['open', 'all']).catch('open'),
  group: DutyGroup.optional().catch(undefined),
  of: z.enum(['own', 'below']).optional().catch(undefined),
})
type Search = z.infer<typeof Search>

/** Which report before which day; above the communes, who has sent and who is late. */
export function Page() {
  const { area } = useActor()
  const search = usePageSearch(Search)
  const hasBelow = area.kind === 'province' || area.kind === 'nation'
  const of = hasBelow ? (search.of ?? 'below') : 'own'
  return of === 'own' ? <OwnPage search={search} hasBelow={hasBelow} /> : <BelowPage search={search} />
}

function OwnPage({ search, hasBelow }: { search: Search; hasBelow: boolean }) {
  const { data, error, isPending } = useQuery(dutiesQuery(search.year))
  const lead = useOwnLead(data)
  const shown = (data?.duties ?? []).filter(
    ({ state, group }) =>
      (search.show === 'all' || ['late', 'due-soon', 'returned', 'no-date'].includes(state)) &&
      (search.group === undefined || group === search.group),
  )
  return (
    <Whole {...{ search, lead, error, isPending, data }} of={hasBelow ? 'own' : undefined}>
      {data ? <OwnDuties found={data} duties={shown} onlyOpen={search.show === 'open'} /> : null}
    </Whole>
  )
}

function BelowPage({ search }: { search: Search }) {
  const t = useMessages(dutiesMessages)
  const { area } = useActor()
  const { data, error, isPending } = useQuery(belowQuery(search.year))
  const late = data?.duties.filter((duty) => duty.late > 0).length ?? 0
  const lead = data
    ? t(late > 0 ? 'duties.lead-below' : 'duties.lead-below-clear', {
        area: area.name,
        year: data.year,
        late,
      })
    : area.name
  const shown = (data?.duties ?? []).filter(
    (duty) =>
      (search.show === 'all' || duty.late > 0 || isNear(duty, data?.today ?? '')) &&
      (search.group === undefined || duty.group === search.group),
  )
  return (
    <Whole {...{ search, lead, error, isPending, data }} of="below">
      {data ? <DutiesBelowList found={data} duties={shown} /> : null}
    </Whole>
  )
}

/** Due in the next two months, or without a day that somebody ought to set; not what everybody has sent. */
function isNear({ dueOn, sent, all }: DutiesBelow['duties'][number], today: string): boolean {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return sent < all && (dueOn === null || (dueOn >= today && months(dueOn) - months(today) <= 2))
}

function useOwnLead(data: DutiesOfUnit | undefined): string {
  const t = useMessages(dutiesMessages)
  const { language } = useLanguage()
  const { area } = useActor()
  if (!data) return area.name
  const count = (state: string) => data.duties.filter((duty) => duty.state === state).length
  const [late, soon] = [count('late'), count('due-soon')]
  if (late > 0) return t('duties.lead-late', { area: area.name, late, soon })
  const next = data.duties.find(({ state, dueOn }) => dueOn !== null && /^(not-due|due-soon)$/.test(state))
  if (!next) return t('duties.lead-clear', { area: area.name, year: data.year })
  const name = `${next.name}, ${dutyPeriodName(next.period, language)}`
  return t('duties.lead-next', { area: area.name, name, day: formatDay(next.dueOn ?? '') })
}

type WholeProps = {
  search: Search
  lead: string
  error: Error | null
  isPending: boolean
  data: { today: string; year: number } | undefined
  /** Which of the two lists is shown; undefined where there is only one. */
  of: 'own' | 'below' | undefined
  children: ReactNode
}

function Whole({ search, lead, error, isPending, data, of, children }: WholeProps) {
  const t = useMessages(dutiesMessages)
  return (
    <>
      <PageHead
        title={t('duties.title')}
        lead={lead}
        back={{ to: '/reports', label: t('duties.reports') }}
        actions={<HeadActions />}
      />
      <Stack gap="md">
        <Choices search={search} year={search.year ?? data?.year} of={of} />
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {children}
      </Stack>
    </>
  )
}

function HeadActions() {
  const t = useMessages(dutiesMessages)
  const may = useMay()
  const { area } = useActor()
  const [isOpen, setOpen] = useState(false)
  const { kind } = area
  const level = kind === 'commune' || kind === 'province' ? kind : undefined
  return (
    <>
      {level && may('reports.write') ? (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('duties.event')}
        </Button>
      ) : null}
      {may('duties.send-urgent') ? (
        <PageButton color="red.8" to="/duties/urgent">
          {t('duties.urgent')}
        </PageButton>
      ) : null}
      <PageButton variant="default" to="/duties/regime">
        {t('duties.regime')}
      </PageButton>
      <PrintButton />
      {isOpen && level ? <EventDialog level={level} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

type ChoicesProps = { search: Search; year: number | undefined; of: 'own' | 'below' | undefined }

function Choices({ search, year, of }: ChoicesProps) {
  const t = useMessages(dutiesMessages)
  const change = useChangeSearch()
  const years = year === undefined ? [] : [year - 1, year, year + 1]
  return (
    <Group gap="sm" align="end" className="no-print">
      {of ? (
        <SegmentedControl
          aria-label={t('duties.unit')}
          value={of}
          data={[
            { value: 'below', label: t('duties.below') },
            { value: 'own', label: t('duties.own') },
          ]}
          onChange={(next) => change({ of: next })}
        />
      ) : null}
      <SegmentedControl
        aria-label={t('duties.show')}
        value={search.show}
        data={[
          { value: 'open', label: t('duties.show-open') },
          { value: 'all', label: t('duties.show-all') },
        ]}
        onChange={(next) => change({ show: next })}
      />
      <Select
        label={t('duties.year')}
        w={120}
        allowDeselect={false}
        data={years.map(String)}
        value={year === undefined ? null : String(year)}
        onChange={(next) => change({ year: next ?? undefined })}
      />
      <Select
        label={t('duties.group')}
        clearable
        placeholder={t('duties.group-every')}
        data={DutyGroup.options.map((value) => ({ value, label: t(`duties.group-${value}`) }))}
        value={search.group ?? null}
        onChange={(next) => change({ group: next ?? undefined })}
      />
    </Group>
  )
}
