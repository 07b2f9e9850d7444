import { Button, Checkbox, Group, Select } from '@mantine/core'
import { IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { areaQuery } from '#modules/areas/web/public.tsx'
import { type Facility, FacilityKind } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { readablePhone } from '../../shared/rules.ts'
import { FacilityForm } from '../components/facility-form.tsx'
import { facilitiesQuery, type ListSearch } from '../requests.ts'
import '../facilities.css'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  kind: FacilityKind.optional().catch(undefined),
  withClosed: z.coerce.boolean().catch(false),
})

/** What stands in a place for children, by kind. */
export function Page() {
  const t = useMessages(facilitiesMessages)
  const { area } = useActor()
  const search = usePageSearch(Search)
  const areaId = search.areaId ?? area.id
  const { data, error, isPending } = useQuery(facilitiesQuery(search))
  const name = useQuery(areaQuery(areaId)).data?.name ?? area.name
  const [opened, setOpened] = useState<Facility | 'new' | undefined>(undefined)
  return (
    <>
      <PageHead
        title={t('facilities.title')}
        lead={data ? t('facilities.count', { area: name, count: formatNumber(data.length) }) : name}
        back={{ to: `/units/${areaId}`, label: name }}
        actions={<Actions onAdd={() => setOpened('new')} />}
      />
      <Filters search={search} />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={6} /> : null}
      {data ? <List facilities={data} onEdit={setOpened} /> : null}
      <FootActions search={search} />
      {opened ? <OpenedForm opened={opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  )
}

type ListProps = { facilities: readonly Facility[]; onEdit: (facility: Facility) => void }

function List({ facilities, onEdit }: ListProps) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const columns = useColumns(may('facilities.manage') ? onEdit : undefined)
  return (
    <DataList
      label={t('facilities.title')}
      rows={facilities}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('facilities.none')} why={t('facilities.none-why')} />}
    />
  )
}

function OpenedForm({ opened, onClose }: { opened: Facility | 'new'; onClose: () => void }) {
  const t = useMessages(facilitiesMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const done = () => {
    onClose()
    toast({ text: t('facilities.saved') })
    void queries.invalidateQueries({ queryKey: ['facilities'] })
  }
  return <FacilityForm facility={opened === 'new' ? undefined : opened} onDone={done} onClose={onClose} />
}

function Actions({ onAdd }: { onAdd: () => void }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  if (!may('facilities.manage')) return null
  return (
    <>
      <PageButton
        to="/facilities/import"
        variant="default"
        leftSection={<IconFileImport size={20} aria-hidden />}
      >
        {t('facilities.import')}
      </PageButton>
      <Button onClick={onAdd} leftSection={<IconPlus size={20} aria-hidden />}>
        {t('facilities.add')}
      </Button>
    </>
  )
}

function Filters({ search }: { search: ListSearch }) {
  const t = useMessages(facilitiesMessages)
  const change = useChangeSearch()
  return (
    <div className="facilities-filters no-print">
      <Select
        label={t('facilities.kind')}
        placeholder={t('facilities.all-kinds')}
        data={FacilityKind.options.map((kind) => ({ value: kind, label: t(`facilities.kind-${kind}`) }))}
        value={search.kind ?? null}
        onChange={(kind) => change({ kind: kind ?? undefined })}
        clearable
      />
      <Checkbox
        label={t('facilities.with-closed')}
        checked={search.withClosed ?? false}
        onChange={(event) => change({ withClosed: event.currentTarget.checked || undefined })}
        mb={10}
      />
    </div>
  )
}

function FootActions({ search }: { search: ListSearch }) {
  const t = useMessages(facilitiesMessages)
  const save = useMutation({ mutationFn: () => api.download('/facilities/export', search) })
  return (
    <Group mt="md" className="no-print">
      <PrintButton label={t('facilities.print')} />
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('facilities.export')}
      </Button>
      <ProblemNote problem={save.error} />
    </Group>
  )
}

function useColumns(onEdit: ((facility: Facility) => void) | undefined): DataListColumn<Facility>[] {
  const t = useMessages(facilitiesMessages)
  return [
    { key: 'name', heading: t('facilities.name'), kind: 'title', cell: ({ name }) => name },
    { key: 'kind', heading: t('facilities.kind'), cell: ({ kind }) => t(`facilities.kind-${kind}`) },
    { key: 'area', heading: t('facilities.area'), cell: ({ areaName }) => areaName },
    {
      key: 'operator',
      heading: t('facilities.operator'),
      cell: ({ operator }) => t(`facilities.operator-${operator}`),
      wideOnly: true,
    },
    {
      key: 'capacity',
      heading: t('facilities.capacity'),
      kind: 'number',
      cell: ({ capacity }) => (capacity === null ? '–' : formatNumber(capacity)),
    },
    { key: 'contact', heading: t('facilities.contact'), cell: (facility) => <Contact facility={facility} /> },
    { key: 'since', heading: t('facilities.time'), cell: (facility) => <Time facility={facility} /> },
    ...(onEdit
      ? [
          {
            key: 'actions',
            heading: '',
            kind: 'actions' as const,
            cell: (facility: Facility) => (
              <Button
                variant="default"
                className="no-print"
                aria-label={t('facilities.edit', { name: facility.name })}
                onClick={() => onEdit(facility)}
              >
                {t('facilities.edit-short')}
              </Button>
            ),
          },
        ]
      : []),
  ]
}

function Contact({ facility: { contactName, phone } }: { facility: Facility }) {
  return <>{[contactName, phone === null ? null : readablePhone(phone)].filter(Boolean).join(' · ') || '–'}</>
}

function Time({ facility: { validFrom, validTo } }: { facility: Facility }) {
  const t = useMessages(facilitiesMessages)
  if (validTo) {
    const from = validFrom ? formatDay(validFrom) : t('facilities.since-unknown')
    return t('facilities.from-to', { from, to: formatDay(validTo) })
  }
  return validFrom ? t('facilities.from-on', { from: formatDay(validFrom) }) : t('facilities.since-unknown')
}
