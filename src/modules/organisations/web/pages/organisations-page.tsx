import { Button, Checkbox, Group, Paper, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
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
import type { Focal, Organisation } from '../../shared/contract.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { Days } from '../components/days.tsx'
import { FocalForm, OrganisationForm, SuccessionForm } from '../components/organisation-forms.tsx'
import { Successions } from '../components/successions.tsx'
import { focalQuery, makeUsualSet, organisationsQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  withEnded: z.coerce.boolean().catch(false),
})

type Opened =
  | { what: 'new' }
  | { what: 'focal' }
  | { what: 'edit'; organisation: Organisation }
  | { what: 'succession'; organisation: Organisation }

/** The bodies of a unit, who leads, and whose work went where. */
export function Page() {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  const { areaId = area.id, withEnded } = usePageSearch(Search)
  const place = useQuery(areaQuery(areaId))
  const { data, error, isPending } = useQuery(organisationsQuery({ areaId, withEnded }))
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const name = place.data?.name ?? area.name
  return (
    <>
      <PageHead
        title={t('organisations.title')}
        lead={data ? t('organisations.count', { area: name, count: formatNumber(data.length) }) : name}
        back={{ to: `/units/${areaId}`, label: name }}
        actions={<Actions areaId={areaId} onAdd={() => setOpened({ what: 'new' })} />}
      />
      <FocalCard areaId={areaId} onSet={() => setOpened({ what: 'focal' })} />
      <EndedFilter withEnded={withEnded} />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={6} /> : null}
      {data ? <List organisations={data} onOpen={setOpened} /> : null}
      {opened ? <OpenedForm areaId={areaId} opened={opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  )
}

function useAfter() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ['organisations'] })
}

function Actions({ areaId, onAdd }: { areaId: string; onAdd: () => void }) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const toast = useToast()
  const after = useAfter()
  const making = useMutation({
    mutationFn: () => makeUsualSet(areaId),
    onSuccess: ({ made }) => {
      after()
      toast({ text: t('organisations.usual-made', { count: formatNumber(made) }) })
    },
  })
  return (
    <>
      <ProblemNote problem={making.error} />
      <PrintButton />
      <PageButton to="/organisations/heads" search={{ areaId }} variant="default">
        {t('organisations.heads-link')}
      </PageButton>
      {may('organisations.manage') ? (
        <>
          <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>
            {t('organisations.usual')}
          </Button>
          <Button onClick={onAdd} leftSection={<IconPlus size={20} aria-hidden />}>
            {t('organisations.add')}
          </Button>
        </>
      ) : null}
    </>
  )
}

function FocalCard({ areaId, onSet }: { areaId: string; onSet: () => void }) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const { data } = useQuery(focalQuery(areaId))
  const [present, ...earlier] = data ?? []
  return (
    <Paper withBorder p="md" radius="md" mb="md" bg="var(--card-ground)">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2}>{t('organisations.focal')}</Title>
          {present ? <FocalLine focal={present} /> : <Text>{t('organisations.focal-none')}</Text>}
          {earlier.map((focal) => (
            <FocalLine key={focal.id} focal={focal} isEarlier />
          ))}
        </div>
        {may('organisations.manage') ? (
          <Button variant="default" className="no-print" onClick={onSet}>
            {t('organisations.focal-set')}
          </Button>
        ) : null}
      </Group>
    </Paper>
  )
}

function FocalLine({ focal, isEarlier = false }: { focal: Focal; isEarlier?: boolean }) {
  const { agencyName, deskName, validFrom, validTo } = focal
  const color = isEarlier ? { c: 'dimmed' } : { fw: 600 }
  return (
    <Text {...color}>
      {deskName ? `${deskName}, ${agencyName}` : agencyName}: <Days from={validFrom} to={validTo} />
    </Text>
  )
}

function EndedFilter({ withEnded }: { withEnded: boolean }) {
  const t = useMessages(organisationsMessages)
  const change = useChangeSearch()
  return (
    <Checkbox
      className="no-print"
      label={t('organisations.with-ended')}
      checked={withEnded}
      onChange={(event) => change({ withEnded: event.currentTarget.checked || undefined })}
      mb="md"
    />
  )
}

type ListProps = { organisations: readonly Organisation[]; onOpen: (opened: Opened) => void }

function List({ organisations, onOpen }: ListProps) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const columns = useColumns(may('organisations.manage') ? onOpen : undefined)
  return (
    <DataList
      label={t('organisations.title')}
      rows={organisations}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('organisations.none')} why={t('organisations.none-why')} />}
    />
  )
}

function useColumns(onOpen: ((opened: Opened) => void) | undefined): DataListColumn<Organisation>[] {
  const t = useMessages(organisationsMessages)
  return [
    {
      key: 'name',
      heading: t('organisations.name'),
      kind: 'title',
      cell: (organisation) => <Name organisation={organisation} />,
    },
    { key: 'parent', heading: t('organisations.parent'), cell: ({ parentName }) => parentName ?? '–' },
    {
      key: 'days',
      heading: t('organisations.time'),
      cell: ({ validFrom, validTo, fromCertain, toCertain }) => (
        <Days from={validFrom} to={validTo} {...{ fromCertain, toCertain }} />
      ),
    },
    {
      key: 'successions',
      heading: t('organisations.successions'),
      cell: (organisation) => <Successions organisation={organisation} mayChange={onOpen !== undefined} />,
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (organisation) => (onOpen ? <RowActions organisation={organisation} onOpen={onOpen} /> : null),
    },
  ]
}

/** The name, and below it where the days come from. */
function Name({ organisation: { name, source } }: { organisation: Organisation }) {
  const t = useMessages(organisationsMessages)
  return (
    <>
      <Text fw={600}>{name}</Text>
      {source ? <Text c="dimmed">{t('organisations.source-of', { source })}</Text> : null}
    </>
  )
}

type RowActionsProps = { organisation: Organisation; onOpen: (opened: Opened) => void }

function RowActions({ organisation, onOpen }: RowActionsProps) {
  const t = useMessages(organisationsMessages)
  const { name } = organisation
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap" className="no-print">
      <Button
        variant="default"
        aria-label={t('organisations.edit-label', { name })}
        onClick={() => onOpen({ what: 'edit', organisation })}
      >
        {t('organisations.edit')}
      </Button>
      <Button
        variant="default"
        aria-label={t('organisations.succession-add', { name })}
        onClick={() => onOpen({ what: 'succession', organisation })}
      >
        {t('organisations.succession-short')}
      </Button>
    </Group>
  )
}

function OpenedForm({ areaId, opened, onClose }: { areaId: string; opened: Opened; onClose: () => void }) {
  const t = useMessages(organisationsMessages)
  const toast = useToast()
  const after = useAfter()
  const onDone = () => {
    onClose()
    after()
    toast({ text: t('organisations.saved') })
  }
  const ends = { onDone, onClose }
  if (opened.what === 'new') return <OrganisationForm areaId={areaId} organisation={undefined} {...ends} />
  if (opened.what === 'focal') return <FocalForm areaId={areaId} {...ends} />
  if (opened.what === 'edit')
    return <OrganisationForm areaId={areaId} organisation={opened.organisation} {...ends} />
  return <SuccessionForm organisation={opened.organisation} {...ends} />
}
