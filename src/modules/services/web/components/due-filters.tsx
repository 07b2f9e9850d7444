import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { useChangeSearch } from '#platform/web/page-link.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { VillageFilter } from '#modules/areas/web/public.tsx'
import { ClassSelect } from '#modules/children/web/public.tsx'
import { Education } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { providers } from '../../shared/requests.ts'
import { type DueChoice, packageQuery } from '../requests.ts'

export const dueViews = ['child', 'service', 'women'] as const
export type DueView = (typeof dueViews)[number]

const withinChoices = [0, 7, 30, 90] as const

/** By child, by service, or the women who expect a child. */
export function DueViews({ view }: { view: DueView }) {
  const t = useMessages(servicesMessages)
  const change = useChangeSearch()
  return (
    <SegmentedControl
      className="no-print"
      mb="sm"
      aria-label={t('services.view')}
      data={dueViews.map((value) => ({ value, label: t(`services.view-${value}`) }))}
      value={view}
      onChange={(next) => change({ view: next })}
    />
  )
}

/** A village, the station's work, a class; a service; when. */
export function DueFilters({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const change = useChangeSearch()
  const { data: pkg } = useQuery(packageQuery)
  return (
    <div className="services-filters no-print">
      <WhenSelect choice={choice} />
      <VillageFilter value={choice.villageId} onChange={(villageId) => change({ villageId })} />
      <SearchSelect
        label={t('services.filter-item')}
        placeholder={t('services.all-items')}
        choices={(pkg?.items ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={choice.itemCode}
        clearable
        onChange={(itemCode) => change({ itemCode })}
      />
      <WhoseWork choice={choice} />
    </div>
  )
}

/** Today, this week, later; what is late stands in each of them, or alone. */
function WhenSelect({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const change = useChangeSearch()
  return (
    <Select
      label={t('services.filter-when')}
      data={[
        { value: 'overdue', label: t('services.when-overdue') },
        ...withinChoices.map((days) => ({ value: String(days), label: t(`services.when-${days}`) })),
      ]}
      value={choice.state === 'overdue' ? 'overdue' : String(choice.withinDays)}
      allowDeselect={false}
      onChange={(when) =>
        change(
          when === 'overdue'
            ? { state: 'overdue', withinDays: undefined }
            : { state: undefined, withinDays: Number(when ?? 30) },
        )
      }
    />
  )
}

/** The station's list, the school's list, a class. */
function WhoseWork({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const change = useChangeSearch()
  return (
    <>
      <Select
        label={t('services.filter-provider')}
        placeholder={t('services.all-providers')}
        data={providers.map((value) => ({ value, label: t(`services.provider-${value}`) }))}
        value={choice.provider ?? null}
        clearable
        onChange={(provider) => change({ provider: provider ?? undefined })}
      />
      <Select
        label={t('services.filter-class')}
        placeholder={t('services.all-classes')}
        data={Education.options.map((value) => ({ value, label: t(`services.class-${value}`) }))}
        value={choice.education ?? null}
        clearable
        onChange={(education) => change({ education: education ?? undefined })}
      />
      <ClassSelect
        value={choice}
        onChange={({ facilityId, className }) => change({ facilityId, className })}
      />
    </>
  )
}
