import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { UnplacedGroup, WorkList } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { placeChildren, placeVillages, waitingQuery, workListQuery } from '../requests.ts'

/** Children whose unit was divided: placed by village, or one by one by those who may see them. */
export function WorkListSection({ caseId }: { caseId: string }) {
  const t = useMessages(reorganisationMessages)
  const queries = useQueryClient()
  const { data: list, error } = useQuery(workListQuery(caseId))
  const [open, setOpen] = useState<UnplacedGroup>()
  const placing = useMutation({
    mutationFn: ({ villageId, toId }: { villageId: string; toId: string }) =>
      placeVillages(caseId, [villageId], toId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reorganisations'] }),
  })
  const columns = useGroupColumns(list, {
    isBusy: placing.isPending,
    onPlace: placing.mutate,
    onOpen: setOpen,
  })
  if (!list || list.targets.length === 0) return <ProblemNote problem={error} />
  return (
    <Stack gap="sm" component="section" aria-labelledby="work-list">
      <Title order={2} id="work-list">
        {t('reorganisation.work-list')}
      </Title>
      <Text>
        {list.total === 0
          ? t('reorganisation.work-list-empty')
          : t('reorganisation.work-list-lead', { count: formatNumber(list.total) })}
      </Text>
      <ProblemNote problem={placing.error} />
      {list.groups.length > 0 ? (
        <DataList
          label={t('reorganisation.work-list')}
          rows={list.groups}
          rowKey={({ communeId, villageId }) => `${communeId} ${villageId ?? ''}`}
          columns={columns}
        />
      ) : null}
      {open ? <ChildrenOfGroup caseId={caseId} group={open} list={list} /> : null}
    </Stack>
  )
}

type GroupActions = {
  isBusy: boolean
  onPlace: (placing: { villageId: string; toId: string }) => void
  onOpen: (group: UnplacedGroup) => void
}

function useGroupColumns(
  list: WorkList | undefined,
  { isBusy, onPlace, onOpen }: GroupActions,
): DataListColumn<UnplacedGroup>[] {
  const t = useMessages(reorganisationMessages)
  const may = useMay()
  return [
    {
      key: 'village',
      heading: t('reorganisation.village'),
      kind: 'title',
      cell: ({ villageName }) => villageName ?? t('reorganisation.no-village'),
    },
    { key: 'unit', heading: t('reorganisation.unit'), cell: ({ communeName }) => communeName },
    {
      key: 'children',
      heading: t('reorganisation.children'),
      kind: 'number',
      cell: ({ children }) => formatNumber(children),
    },
    {
      key: 'place',
      heading: '',
      kind: 'actions',
      cell: (group) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {list && group.villageId !== null && may('areas.reorganise') ? (
            <PlaceTo
              list={list}
              name={group.villageName ?? ''}
              isBusy={isBusy}
              onPlace={(toId) => onPlace({ villageId: group.villageId ?? '', toId })}
            />
          ) : null}
          {may('children.write') ? (
            <Button variant="default" onClick={() => onOpen(group)}>
              {t('reorganisation.one-by-one')}
            </Button>
          ) : null}
        </Group>
      ),
    },
  ]
}

type PlaceToProps = { list: WorkList; name: string; isBusy: boolean; onPlace: (toId: string) => void }

function PlaceTo({ list, name, isBusy, onPlace }: PlaceToProps) {
  const t = useMessages(reorganisationMessages)
  const [toId, setToId] = useState<string | null>(null)
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        aria-label={`${t('reorganisation.place-to')}: ${name}`}
        placeholder={t('reorganisation.place-to')}
        data={list.targets.map((target) => ({ value: target.id, label: target.name }))}
        value={toId}
        onChange={setToId}
      />
      <Button
        aria-label={t('reorganisation.place-label', { name })}
        disabled={toId === null || isBusy}
        onClick={() => toId && onPlace(toId)}
      >
        {t('reorganisation.place')}
      </Button>
    </Group>
  )
}

type GroupProps = { caseId: string; group: UnplacedGroup; list: WorkList }

function ChildrenOfGroup({ caseId, group, list }: GroupProps) {
  const t = useMessages(reorganisationMessages)
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    waitingQuery(caseId, group.villageId ?? undefined),
  )
  const placing = useMutation({
    mutationFn: (toId: string) => placeChildren(caseId, [...chosen], toId),
    onSuccess: async () => {
      setChosen(new Set())
      await queries.invalidateQueries({ queryKey: ['reorganisations'] })
    },
  })
  const children = data?.pages.flatMap((page) => page.children) ?? []
  const nameOf = (key: string) => children.find(({ id }) => id === key)?.fullName ?? ''
  return (
    <Stack gap="sm">
      <Title order={3}>{group.villageName ?? t('reorganisation.no-village')}</Title>
      <ProblemNote problem={error ?? placing.error} />
      <DataList
        label={t('reorganisation.one-by-one')}
        rows={children}
        rowKey={({ id }) => id}
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
        selection={{
          ...{ chosen, onChange: setChosen, labelOfAll: t('reorganisation.choose-all') },
          labelOf: (key) => t('reorganisation.choose-child', { name: nameOf(key) }),
        }}
        columns={[
          {
            key: 'child',
            heading: t('reorganisation.child'),
            kind: 'title',
            cell: ({ fullName }) => fullName,
          },
          { key: 'born', heading: t('reorganisation.born-on'), cell: ({ bornOn }) => formatDay(bornOn) },
          { key: 'address', heading: t('reorganisation.address'), cell: ({ address }) => address ?? '' },
        ]}
      />
      <PlaceTo
        list={list}
        name={group.villageName ?? t('reorganisation.no-village')}
        isBusy={placing.isPending || chosen.size === 0}
        onPlace={(toId) => placing.mutate(toId)}
      />
    </Stack>
  )
}
