import { Group, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import { type PersonShown, PersonState } from '../../shared/contract-people.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { useGrantDates } from '../components/grant-words.tsx'
import { usePersonState } from '../components/person-state.ts'
import { peopleQuery, type PeopleSearch, rolesQuery } from '../requests.ts'

/** Who works here, under which roles and until when. */
export function Page() {
  const t = useMessages(accountsMessages)
  const access = useMessages(accessMessages)
  const { area } = useActor()
  const [search, setSearch] = useState<PeopleSearch>({ text: '' })
  const [rested] = useDebouncedValue(search, 250)
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    peopleQuery(rested),
  )
  const columns = useColumns()
  const total = data?.pages[0]?.total
  return (
    <>
      <PageHead
        title={t('accounts.list')}
        lead={
          total === undefined
            ? null
            : t('accounts.list-lead', { count: formatNumber(total), area: nameInSentence(area.name) })
        }
        actions={<Actions />}
      />
      <Stack gap="md">
        <Filters search={search} onChange={setSearch} />
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {data ? (
          <DataList
            label={t('accounts.list')}
            rows={data.pages.flatMap(({ people }) => people)}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
              <EmptyState
                title={rested.text === '' ? t('accounts.list-empty') : access('accounts.found-none')}
                why={t('accounts.list-empty-why')}
              />
            }
            onMore={hasNextPage ? () => void fetchNextPage() : undefined}
            isLoadingMore={isFetchingNextPage}
          />
        ) : null}
      </Stack>
    </>
  )
}

function Actions() {
  const t = useMessages(accountsMessages)
  const access = useMessages(accessMessages)
  return (
    <>
      <PageButton to="/accounts/roles" variant="default">
        {access('accounts.roles-see')}
      </PageButton>
      <PageButton to="/accounts/new" leftSection={<IconPlus size={20} aria-hidden />}>
        {t('accounts.new')}
      </PageButton>
    </>
  )
}

type FiltersProps = { search: PeopleSearch; onChange: (search: PeopleSearch) => void }

function Filters({ search, onChange }: FiltersProps) {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const { language } = useLanguage()
  const { data: roles = [] } = useQuery(rolesQuery)
  const stateWord = (state: PersonState) =>
    state === 'left' ? t('accounts.state-left') : words(`accounts.state-${state}`)
  return (
    <Group align="flex-end" gap="sm" className="no-print">
      <TextInput
        flex="1 1 240px"
        label={t('accounts.find')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={search.text}
        onChange={(event) => onChange({ ...search, text: event.currentTarget.value })}
      />
      <Select
        flex="1 1 160px"
        label={t('accounts.find-role')}
        placeholder={t('accounts.any-role')}
        data={roles
          .filter(({ holders }) => holders > 0)
          .map(({ key, name }) => ({ value: key, label: name[language] }))}
        value={search.role ?? null}
        onChange={(role) => onChange({ ...search, role: role ?? undefined })}
        clearable
      />
      <Select
        flex="1 1 140px"
        label={t('accounts.find-state')}
        placeholder={t('accounts.any-state')}
        data={PersonState.options.map((state) => ({ value: state, label: stateWord(state) }))}
        value={search.state ?? null}
        onChange={(state) => onChange({ ...search, state: state ?? undefined })}
        clearable
      />
    </Group>
  )
}

function useColumns(): DataListColumn<PersonShown>[] {
  const t = useMessages(accountsMessages)
  const stateWord = usePersonState()
  return [
    {
      key: 'person',
      heading: t('accounts.column-person'),
      kind: 'title',
      cell: ({ id, fullName }) => (
        <PageLink to={`/accounts/${id}`} fw={600}>
          {fullName}
        </PageLink>
      ),
    },
    { key: 'username', heading: t('accounts.username'), cell: ({ username }) => username },
    { key: 'roles', heading: t('accounts.column-roles'), cell: (person) => <Roles person={person} /> },
    { key: 'state', heading: t('accounts.column-state'), cell: stateWord },
  ]
}

/** Those in force or to come; ended ones stand on the person's page. */
function Roles({ person }: { person: PersonShown }) {
  const { language } = useLanguage()
  const dates = useGrantDates()
  return (
    <span>
      {person.grants
        .filter(({ state }) => state === 'active' || state === 'coming')
        .map((grant) => (
          <span key={grant.id} style={{ display: 'block' }}>
            {grant.roleName[language]}, {grant.areaName.split(',')[0]} ({dates(grant)})
          </span>
        ))}
    </span>
  )
}
