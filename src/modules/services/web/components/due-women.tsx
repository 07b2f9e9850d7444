import { Button, Group, Select, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { VillageFilter } from '#modules/areas/web/public.tsx'
import type { DueWoman, FindDueWomen } from '../../shared/contract-pregnancies.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { pregnancyMessages } from '../../shared/messages-pregnancies.ts'
import { dueWomenQuery, stationsQuery } from '../requests-pregnancies.ts'
import { DueViews } from './due-filters.tsx'
import { useLateness } from './lateness.ts'
import { RecordCareDialog } from './record-care-dialog.tsx'

const careStates = ['open', 'overdue', 'coming'] as const satisfies readonly FindDueWomen['state'][]

/** The work for women who expect a child: of a village, a station, a commune. */
export function DueWomen({ choice }: { choice: FindDueWomen }) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const { area } = useActor()
  const may = useMay()
  const { data, error, isPending } = useQuery(dueWomenQuery(choice))
  const print = useMutation({ mutationFn: () => api.download('/services/women/paper', choice) })
  const lead = data ? t('services.women-lead', { count: data.women.length, overdue: data.overdue }) : ''
  return (
    <>
      <PageHead
        title={t('services.women')}
        lead={[area.name, lead].filter(Boolean).join(': ')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
              loading={print.isPending}
              onClick={() => print.mutate()}
            >
              {words('services.print-list')}
            </Button>
            {may('services.record') ? (
              <PageButton to="/sessions/women" search={{ villageId: choice.villageId }}>
                {t('services.women-session')}
              </PageButton>
            ) : null}
          </>
        }
      />
      <ProblemNote problem={print.error} />
      <DueViews view="women" />
      <WomenFilters choice={choice} />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data?.more ? <Text mb="sm">{t('services.women-many')}</Text> : null}
      {data ? <Women women={data.women} today={data.today} /> : null}
    </>
  )
}

function WomenFilters({ choice }: { choice: FindDueWomen }) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const may = useMay()
  const change = useChangeSearch()
  const { data: stations = [] } = useQuery({ ...stationsQuery, enabled: may('facilities.read') })
  return (
    <div className="services-filters no-print">
      <Select
        label={words('services.filter-when')}
        data={careStates.map((value) => ({ value, label: t(`services.women-${value}`) }))}
        value={choice.state}
        allowDeselect={false}
        onChange={(care) => change({ care: care ?? undefined })}
      />
      <VillageFilter value={choice.villageId} onChange={(villageId) => change({ villageId })} />
      {stations.length > 0 ? (
        <SearchSelect
          label={t('services.station')}
          placeholder={t('services.all-stations')}
          choices={stations.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.facilityId}
          clearable
          onChange={(stationId) => change({ stationId })}
        />
      ) : null}
    </div>
  )
}

function Women({ women, today }: { women: readonly DueWoman[]; today: string }) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const [recording, setRecording] = useState<{ woman: DueWoman; itemCode: string } | undefined>(undefined)
  const columns: DataListColumn<DueWoman>[] = [
    {
      key: 'woman',
      heading: t('services.woman'),
      kind: 'title',
      cell: (woman) => <WomanCell woman={woman} />,
    },
    { key: 'village', heading: words('services.village'), cell: ({ areaName }) => areaName },
    {
      key: 'contact',
      heading: t('services.phone-station'),
      cell: ({ motherPhone, facilityName }) => [motherPhone, facilityName].filter(Boolean).join(' · '),
    },
    {
      key: 'services',
      heading: words('services.what'),
      cell: (woman) => (
        <WomanServices woman={woman} onRecord={(itemCode) => setRecording({ woman, itemCode })} />
      ),
    },
  ]
  return (
    <>
      <DataList
        label={t('services.women')}
        rows={women}
        columns={columns}
        rowKey={({ pregnancyId }) => pregnancyId}
        empty={<EmptyState title={t('services.women-none')} why={t('services.women-none-why')} />}
      />
      {recording ? (
        <RecordCareDialog
          pregnancyId={recording.woman.pregnancyId}
          motherName={recording.woman.motherName}
          items={recording.woman.services.map(({ itemCode: code, name }) => ({ code, name }))}
          itemCode={recording.itemCode}
          today={today}
          onClose={() => setRecording(undefined)}
        />
      ) : null}
    </>
  )
}

/** Name, week and expected day; long after term nobody wrote the birth down. */
export function WomanCell({ woman }: { woman: DueWoman }) {
  const t = useMessages(pregnancyMessages)
  const { pregnancyId, motherName, week, expectedOn } = woman
  return (
    <Group gap={6} wrap="wrap">
      <PageLink to={`/children/pregnancies/${pregnancyId}`} fw={600}>
        {motherName}
      </PageLink>
      <Text span c="dimmed" fw={400}>
        {week === null ? '' : `${t('services.week-of-pregnancy', { week })} · `}
        {t('services.expected', { day: formatDay(expectedOn) })}
      </Text>
    </Group>
  )
}

function WomanServices({ woman, onRecord }: { woman: DueWoman; onRecord: (itemCode: string) => void }) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const lateness = useLateness()
  const may = useMay()
  return (
    <ul className="services-due">
      {woman.services.map(({ itemCode, name, state, daysLate, opensOn, deadline }) => (
        <li key={`${itemCode}-${opensOn ?? ''}`}>
          <StateBadge state={state} />
          <span className="services-due-words">
            {state === 'overdue'
              ? t('services.late', { name: name[language], time: lateness(daysLate) })
              : t('services.until', { name: name[language], day: deadline ? formatDay(deadline) : '' })}
          </span>
          {may('services.record') && state !== 'coming' ? (
            <Button
              variant="subtle"
              aria-label={t('services.record-for', { name: `${woman.motherName}: ${name[language]}` })}
              onClick={() => onRecord(itemCode)}
            >
              {t('services.record')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
