import { Button, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { VillageCover } from '../../shared/contract-staff.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { StaffForm } from '../components/staff-forms.tsx'
import { collaboratorsQuery } from '../requests.ts'

const Search = z.object({ areaId: Id.optional().catch(undefined) })

/** Villages and their collaborators, those without one first (R15). */
export function Page() {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  const { areaId } = usePageSearch(Search)
  const { data, error, isPending } = useQuery(collaboratorsQuery(areaId))
  const [village, setVillage] = useState<VillageCover | undefined>(undefined)
  const columns = useColumns(setVillage)
  return (
    <>
      <PageHead
        title={t('organisations.collaborators')}
        lead={
          data
            ? t('organisations.collaborators-lead', {
                without: formatNumber(data.without),
                villages: formatNumber(data.villageCount),
              })
            : null
        }
        back={{ to: `/units/${areaId ?? area.id}`, label: t('organisations.unit') }}
        actions={<PrintButton />}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={6} /> : null}
      {data ? (
        <DataList
          label={t('organisations.collaborators')}
          rows={data.villages}
          columns={columns}
          rowKey={(one) => one.areaId}
          empty={
            <EmptyState title={t('organisations.villages-none')} why={t('organisations.villages-none-why')} />
          }
        />
      ) : null}
      {data && data.villages.length < data.villageCount ? (
        <Text c="dimmed">
          {t('organisations.villages-more', { count: formatNumber(data.villages.length) })}
        </Text>
      ) : null}
      {village ? <NewCollaborator village={village} onClose={() => setVillage(undefined)} /> : null}
    </>
  )
}

function useColumns(onAdd: (village: VillageCover) => void): DataListColumn<VillageCover>[] {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  return [
    { key: 'village', heading: t('organisations.village'), kind: 'title', cell: ({ areaName }) => areaName },
    { key: 'commune', heading: t('organisations.commune'), cell: ({ communeName }) => communeName },
    {
      key: 'collaborators',
      heading: t('organisations.audience-collaborator'),
      cell: ({ collaborators }) => <Collaborators collaborators={collaborators} />,
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (village) =>
        may('organisations.manage') ? (
          <Button
            variant="default"
            className="no-print"
            aria-label={t('organisations.collaborator-add-label', { village: village.areaName })}
            onClick={() => onAdd(village)}
          >
            {t('organisations.collaborator-add')}
          </Button>
        ) : null,
    },
  ]
}

function Collaborators({ collaborators }: Pick<VillageCover, 'collaborators'>) {
  const t = useMessages(organisationsMessages)
  if (collaborators.length === 0)
    return (
      <Text fw={600} c="var(--state-overdue)">
        {t('organisations.without')}
      </Text>
    )
  return (
    <>
      {collaborators.map(({ staffId, fullName, phone, validFrom, allowance }) => (
        <Text key={staffId}>
          {[
            fullName,
            phone,
            t('organisations.from-on', { from: formatDay(validFrom) }),
            allowance === null ? null : t('organisations.allowance-of', { sum: formatNumber(allowance) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      ))}
    </>
  )
}

function NewCollaborator({ village, onClose }: { village: VillageCover; onClose: () => void }) {
  const t = useMessages(organisationsMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const onDone = () => {
    onClose()
    toast({ text: t('organisations.saved') })
    void queries.invalidateQueries({ queryKey: ['organisations'] })
  }
  const place = { id: village.areaId, name: village.areaName }
  return <StaffForm start={{ audience: 'collaborator', place }} onDone={onDone} onClose={onClose} />
}
