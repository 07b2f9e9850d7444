import { SegmentedControl, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { DataRequest } from '../../shared/contract.ts'
import { privacyMessages } from '../../shared/messages.ts'
import { requestsQuery } from '../requests.ts'
import { RequestActions, RequestState } from './request-actions.tsx'

/** Requests by their term; `families` shows the children's names. */
export function RequestsList({ families }: { families: boolean }) {
  const t = useMessages(privacyMessages)
  const [open, setOpen] = useState(true)
  const { data, error, isPending } = useQuery(requestsQuery(families, open))
  const columns = useColumns()
  const empty = open ? (
    <EmptyState title={t('privacy.none-open')} why={t('privacy.none-open-why')} />
  ) : (
    <EmptyState title={t('privacy.none-decided')} />
  )
  return (
    <Stack gap="md">
      <SegmentedControl
        value={open ? 'open' : 'decided'}
        onChange={(next) => setOpen(next === 'open')}
        data={[
          { value: 'open', label: t('privacy.open') },
          { value: 'decided', label: t('privacy.decided') },
        ]}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('privacy.families')}
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={empty}
        />
      ) : null}
    </Stack>
  )
}

function useColumns(): DataListColumn<DataRequest>[] {
  const t = useMessages(privacyMessages)
  const may = useMay()
  return [
    {
      key: 'kind',
      heading: t('privacy.column-kind'),
      kind: 'title',
      cell: ({ kind }) => t(`privacy.kind-${kind}`),
    },
    {
      key: 'child',
      heading: t('privacy.column-child'),
      cell: ({ childId, childName, placeName }) => (
        <>
          {childName && may('children.read') ? (
            <PageLink to={`/children/${childId}`}>{childName}</PageLink>
          ) : (
            t('privacy.child-code', { code: childId.slice(-8) })
          )}
          <br />
          {placeName}
        </>
      ),
    },
    {
      key: 'received',
      heading: t('privacy.column-received'),
      cell: ({ receivedOn }) => formatDay(receivedOn),
    },
    { key: 'due', heading: t('privacy.column-due'), cell: ({ dueOn }) => formatDay(dueOn) },
    {
      key: 'state',
      heading: t('privacy.column-state'),
      cell: (request) => <RequestState request={request} />,
    },
    { key: 'actions', heading: '', kind: 'actions', cell: (request) => <RequestActions request={request} /> },
  ]
}
