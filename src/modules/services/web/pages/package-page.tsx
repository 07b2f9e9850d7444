import { Button, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink, useGo } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { packageMessages } from '../../shared/messages-package.ts'
import { NewDraftInput, type VersionLine, type VersionsFound } from '../../shared/package-versions.ts'
import { startDraft, versionsQuery } from '../requests-package.ts'
import '../services.css'

/** Which package holds here, and the versions from which it is made. */
export function Page() {
  const t = useMessages(packageMessages)
  const { data, error, isPending } = useQuery(versionsQuery)
  return (
    <>
      <PageHead
        title={t('services.package-title')}
        lead={data ? t('services.package-lead', { area: data.areaName, version: data.inForce }) : ''}
        actions={data ? <NewDraft found={data} /> : null}
      />
      <Text mb="md">{t('services.package-base-note')}</Text>
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? <Versions found={data} /> : null}
    </>
  )
}

function NewDraft({ found }: { found: VersionsFound }) {
  const t = useMessages(packageMessages)
  const may = useMay()
  const go = useGo()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const hasDraft = found.versions.some(({ isOwn, status }) => isOwn && status === 'draft')
  if (!may('services.manage-package') || !found.mayHaveOwn || hasDraft) return null
  const send = async (input: NewDraftInput) => {
    const { id } = await startDraft(input)
    await queries.invalidateQueries({ queryKey: ['services', 'versions'] })
    go(`/services/package/${id}`)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('services.package-new')}</Button>
      {isOpen ? (
        <FormDialog
          title={t('services.package-new')}
          fields={[
            {
              name: 'name',
              label: t('services.package-name'),
              description: t('services.package-name-hint'),
              kind: 'text',
              required: true,
            },
          ]}
          fixed={() => ({ id: newId() })}
          contract={NewDraftInput}
          send={send}
          onDone={() => setOpen(false)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

function stateOf({ status, isInForce, inForceFrom }: VersionLine, today: string) {
  if (status === 'draft') return 'draft' as const
  if (isInForce) return 'in-force' as const
  return (inForceFrom ?? '') > today ? ('coming' as const) : ('over' as const)
}

function Versions({ found }: { found: VersionsFound }) {
  const t = useMessages(packageMessages)
  const columns: DataListColumn<VersionLine>[] = [
    {
      key: 'name',
      heading: t('services.package-name'),
      kind: 'title',
      cell: ({ id, name }) => <PageLink to={`/services/package/${id}`}>{name}</PageLink>,
    },
    { key: 'unit', heading: t('services.package-unit'), cell: ({ areaName }) => areaName },
    {
      key: 'state',
      heading: t('services.package-state'),
      cell: (line) => t(`services.package-state-${stateOf(line, found.today)}`),
    },
    { key: 'days', heading: t('services.package-days'), cell: (line) => <Days line={line} /> },
    {
      key: 'decision',
      heading: t('services.package-decision'),
      cell: ({ decisionNumber }) => decisionNumber ?? '',
    },
    {
      key: 'changes',
      heading: t('services.package-changes'),
      kind: 'number',
      cell: ({ changeCount }) => changeCount,
    },
  ]
  return (
    <DataList
      label={t('services.package-versions')}
      rows={found.versions}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={t('services.package-none')} why={t('services.package-none-why')} />}
    />
  )
}

function Days({ line: { inForceFrom, inForceTo } }: { line: VersionLine }) {
  const t = useMessages(packageMessages)
  if (inForceFrom === null) return null
  const from = formatDay(inForceFrom)
  return inForceTo === null
    ? t('services.package-from', { from })
    : t('services.package-from-to', { from, to: formatDay(inForceTo) })
}
