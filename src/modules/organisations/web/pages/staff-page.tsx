import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, useChangeSearch, useTypedText } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { matchesWords } from '#ui/search-select.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { Audience, type Post, type Staff } from '../../shared/contract-staff.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { Days } from '../components/days.tsx'
import { EndForm } from '../components/end-form.tsx'
import { EditStaffForm, PostForm, StaffForm } from '../components/staff-forms.tsx'
import { endPost, type StaffFilter, staffQuery } from '../requests.ts'

const Search = z.object({
  areaId: Id.optional().catch(undefined),
  audience: Audience.optional().catch(undefined),
  withEnded: z.coerce.boolean().catch(false),
})

type Opened =
  | { what: 'new' }
  | { what: 'edit'; staff: Staff }
  | { what: 'post'; staff: Staff }
  | { what: 'end'; staff: Staff; post: Post }

/** Everybody who works with children in a unit, by audience (R14-R16). */
export function Page() {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  const search = usePageSearch(Search)
  const [text, changeText] = useTypedText()
  const { data, error, isPending } = useQuery(staffQuery(search))
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const shown = data?.filter(({ fullName }) => matchesWords(fullName, text))
  return (
    <>
      <PageHead
        title={t('organisations.staff')}
        lead={data ? t('organisations.staff-count', { count: formatNumber(data.length) }) : null}
        back={{ to: `/units/${search.areaId ?? area.id}`, label: t('organisations.unit') }}
        actions={<Actions onAdd={() => setOpened({ what: 'new' })} />}
      />
      <Filters search={search} text={text} onText={changeText} />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={6} /> : null}
      {shown ? <List staff={shown} onOpen={setOpened} /> : null}
      <FootActions search={search} />
      {opened ? (
        <OpenedForm opened={opened} audience={search.audience} onClose={() => setOpened(undefined)} />
      ) : null}
    </>
  )
}

function Actions({ onAdd }: { onAdd: () => void }) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  return (
    <>
      <PageButton to="/organisations/collaborators" variant="default">
        {t('organisations.collaborators')}
      </PageButton>
      {may('organisations.manage') ? (
        <Button onClick={onAdd} leftSection={<IconPlus size={20} aria-hidden />}>
          {t('organisations.staff-add')}
        </Button>
      ) : null}
    </>
  )
}

type FiltersProps = { search: StaffFilter; text: string; onText: (text: string) => void }

function Filters({ search, text, onText }: FiltersProps) {
  const t = useMessages(organisationsMessages)
  const change = useChangeSearch()
  const choices = Audience.options.map((one) => ({ value: one, label: t(`organisations.audience-${one}`) }))
  return (
    <Group align="flex-end" mb="md" className="no-print">
      <TextInput
        type="search"
        label={t('organisations.staff-search')}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        w={{ base: '100%', sm: 300 }}
      />
      <Select
        label={t('organisations.audience')}
        placeholder={t('organisations.all-audiences')}
        data={choices}
        value={search.audience ?? null}
        onChange={(audience) => change({ audience: audience ?? undefined })}
        clearable
        w={{ base: '100%', sm: 320 }}
      />
      <Checkbox
        label={t('organisations.staff-ended')}
        checked={search.withEnded ?? false}
        onChange={(event) => change({ withEnded: event.currentTarget.checked || undefined })}
        mb={10}
      />
    </Group>
  )
}

function FootActions({ search }: { search: StaffFilter }) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const save = useMutation({ mutationFn: () => api.download('/organisations/staff/export', search) })
  return (
    <Group mt="md" className="no-print">
      <PrintButton />
      {may('organisations.manage') ? (
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('organisations.export')}
        </Button>
      ) : null}
      <ProblemNote problem={save.error} />
    </Group>
  )
}

type ListProps = { staff: readonly Staff[]; onOpen: (opened: Opened) => void }

function List({ staff, onOpen }: ListProps) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  const columns = useColumns(may('organisations.manage') ? onOpen : undefined)
  return (
    <DataList
      label={t('organisations.staff')}
      rows={staff}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('organisations.staff-none')} why={t('organisations.staff-none-why')} />}
    />
  )
}

function useColumns(onOpen: ((opened: Opened) => void) | undefined): DataListColumn<Staff>[] {
  const t = useMessages(organisationsMessages)
  return [
    {
      key: 'name',
      heading: t('organisations.full-name'),
      kind: 'title',
      cell: ({ fullName, qualification }) => (
        <>
          <Text fw={600}>{fullName}</Text>
          {qualification ? <Text c="dimmed">{qualification}</Text> : null}
        </>
      ),
    },
    { key: 'phone', heading: t('organisations.phone'), cell: ({ phone }) => phone ?? '–' },
    {
      key: 'posts',
      heading: t('organisations.posts'),
      cell: (staff) => <Posts staff={staff} onOpen={onOpen} />,
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (staff) => (onOpen ? <RowActions staff={staff} onOpen={onOpen} /> : null),
    },
  ]
}

type PostsProps = { staff: Staff; onOpen: ((opened: Opened) => void) | undefined }

function Posts({ staff, onOpen }: PostsProps) {
  const t = useMessages(organisationsMessages)
  return (
    <Stack gap={6}>
      {staff.posts.map((post) => (
        <div key={post.id}>
          <Text span fw={600}>
            {post.title}
          </Text>
          <Text span>
            {` · ${[post.areaName, post.organisationName ?? post.workplace].filter(Boolean).join(' · ')} · `}
            <Days from={post.validFrom} to={post.validTo} />
            {post.allowance === null
              ? ''
              : ` · ${t('organisations.allowance-of', { sum: formatNumber(post.allowance) })}`}
          </Text>
          {onOpen && post.validTo === null ? (
            <Button
              variant="subtle"
              display="block"
              px={0}
              className="no-print"
              aria-label={t('organisations.post-end-label', { title: post.title, name: staff.fullName })}
              onClick={() => onOpen({ what: 'end', staff, post })}
            >
              {t('organisations.end')}
            </Button>
          ) : null}
        </div>
      ))}
    </Stack>
  )
}

function RowActions({ staff, onOpen }: { staff: Staff; onOpen: (opened: Opened) => void }) {
  const t = useMessages(organisationsMessages)
  const name = staff.fullName
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap" className="no-print">
      <Button
        variant="default"
        aria-label={t('organisations.edit-label', { name })}
        onClick={() => onOpen({ what: 'edit', staff })}
      >
        {t('organisations.edit')}
      </Button>
      <Button
        variant="default"
        aria-label={t('organisations.post-add-label', { name })}
        onClick={() => onOpen({ what: 'post', staff })}
      >
        {t('organisations.post-add')}
      </Button>
    </Group>
  )
}

type OpenedFormProps = { opened: Opened; audience: Audience | undefined; onClose: () => void }

function OpenedForm({ opened, audience, onClose }: OpenedFormProps) {
  const t = useMessages(organisationsMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const onDone = () => {
    onClose()
    toast({ text: t('organisations.saved') })
    void queries.invalidateQueries({ queryKey: ['organisations'] })
  }
  const ends = { onDone, onClose }
  if (opened.what === 'new') return <StaffForm start={{ audience }} {...ends} />
  if (opened.what === 'edit') return <EditStaffForm staff={opened.staff} {...ends} />
  if (opened.what === 'post') return <PostForm staff={opened.staff} {...ends} />
  const { staff, post } = opened
  const title = t('organisations.post-end-label', { title: post.title, name: staff.fullName })
  return <EndForm title={title} send={(validTo) => endPost(staff.id, post.id, validTo)} {...ends} />
}
