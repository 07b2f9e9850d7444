import { Button, Checkbox, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { Danger } from '../../shared/contract-dangers.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { DangerForm, InspectionForm } from '../components/danger-forms.tsx'
import { dangersQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  withRepaired: z.coerce.boolean().catch(false),
})

/** Places where children get hurt, the longest overdue inspection first (R8). */
export function Page() {
  const t = useMessages(facilitiesMessages)
  const { area } = useActor()
  const search = usePageSearch(Search)
  const { data, error, isPending } = useQuery(dangersQuery(search))
  const [opened, setOpened] = useState<Danger | 'new' | undefined>(undefined)
  return (
    <>
      <PageHead
        title={t('facilities.dangers')}
        lead={data ? <Lead dangers={data} /> : null}
        back={{ to: `/units/${search.areaId ?? area.id}`, label: t('facilities.unit') }}
        actions={<Actions onAdd={() => setOpened('new')} />}
      />
      <RepairedFilter withRepaired={search.withRepaired} />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? <List dangers={data} onInspect={setOpened} /> : null}
      {opened ? <OpenedForm opened={opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  )
}

function Lead({ dangers }: { dangers: readonly Danger[] }) {
  const t = useMessages(facilitiesMessages)
  const open = dangers.filter(({ repair }) => repair !== 'done')
  const late = open.filter(({ overdueDays }) => overdueDays > 0)
  return (
    <>{t('facilities.dangers-lead', { count: formatNumber(open.length), late: formatNumber(late.length) })}</>
  )
}

function Actions({ onAdd }: { onAdd: () => void }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  return (
    <>
      <PrintButton />
      {may('facilities.manage') ? (
        <Button onClick={onAdd} leftSection={<IconPlus size={20} aria-hidden />}>
          {t('facilities.danger-add')}
        </Button>
      ) : null}
    </>
  )
}

function RepairedFilter({ withRepaired }: { withRepaired: boolean }) {
  const t = useMessages(facilitiesMessages)
  const change = useChangeSearch()
  return (
    <Checkbox
      className="no-print"
      label={t('facilities.with-repaired')}
      checked={withRepaired}
      onChange={(event) => change({ withRepaired: event.currentTarget.checked || undefined })}
      mb="md"
    />
  )
}

function List({ dangers, onInspect }: { dangers: readonly Danger[]; onInspect: (danger: Danger) => void }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const columns = useColumns(may('facilities.manage') ? onInspect : undefined)
  return (
    <DataList
      label={t('facilities.dangers')}
      rows={dangers}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('facilities.dangers-none')} why={t('facilities.dangers-none-why')} />}
    />
  )
}

function OpenedForm({ opened, onClose }: { opened: Danger | 'new'; onClose: () => void }) {
  const t = useMessages(facilitiesMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const onDone = () => {
    onClose()
    toast({ text: t('facilities.saved') })
    void queries.invalidateQueries({ queryKey: ['facilities'] })
  }
  if (opened === 'new') return <DangerForm onDone={onDone} onClose={onClose} />
  return <InspectionForm danger={opened} onDone={onDone} onClose={onClose} />
}

function useColumns(onInspect: ((danger: Danger) => void) | undefined): DataListColumn<Danger>[] {
  const t = useMessages(facilitiesMessages)
  return [
    { key: 'name', heading: t('facilities.danger-name'), kind: 'title', cell: ({ name }) => name },
    { key: 'kind', heading: t('facilities.danger-kind'), cell: ({ kind }) => t(`facilities.danger-${kind}`) },
    {
      key: 'area',
      heading: t('facilities.area'),
      cell: ({ areaName, near }) => `${areaName}, ${t(`facilities.near-${near}`)}`,
    },
    {
      key: 'inspection',
      heading: t('facilities.inspection'),
      cell: (danger) => <NextInspection danger={danger} />,
    },
    { key: 'repair', heading: t('facilities.repair'), cell: (danger) => <RepairState danger={danger} /> },
    {
      key: 'responsible',
      heading: t('facilities.responsible'),
      cell: ({ responsible }) => responsible ?? '–',
      wideOnly: true,
    },
    ...(onInspect
      ? [
          {
            key: 'actions',
            heading: '',
            kind: 'actions' as const,
            cell: (danger: Danger) => (
              <Button
                variant="default"
                className="no-print"
                aria-label={t('facilities.inspect-title', { name: danger.name })}
                onClick={() => onInspect(danger)}
              >
                {t('facilities.inspect')}
              </Button>
            ),
          },
        ]
      : []),
  ]
}

function NextInspection({ danger: { nextInspectionOn, overdueDays, lastInspectedOn } }: { danger: Danger }) {
  const t = useMessages(facilitiesMessages)
  const last = lastInspectedOn
    ? t('facilities.inspected-last', { day: formatDay(lastInspectedOn) })
    : t('facilities.inspected-never')
  return (
    <>
      {nextInspectionOn ? (
        <StateBadge
          state={overdueDays > 0 ? 'overdue' : 'coming'}
          note={
            overdueDays > 0
              ? t('facilities.overdue-days', { count: formatNumber(overdueDays) })
              : formatDay(nextInspectionOn)
          }
        />
      ) : null}
      <Text c="dimmed">{last}</Text>
    </>
  )
}

function RepairState({ danger: { repair, repairedOn } }: { danger: Danger }) {
  const t = useMessages(facilitiesMessages)
  if (repairedOn) return <StateBadge state="done" note={formatDay(repairedOn)} />
  return <>{t(`facilities.repair-${repair}`)}</>
}
