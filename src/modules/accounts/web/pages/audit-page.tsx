import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import type { Language } from '#base/messages.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink, useGo } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { AuditEntry } from '../../shared/audit-contract.ts'
import { actionName, deviceNames, fieldName, hasActionName, kindNames } from '../../shared/audit-words.ts'
import { auditMessages } from '../../shared/messages-audit.ts'
import { auditQuery } from '../audit-requests.ts'
import { type AuditFilters, AuditFilterFields } from '../components/audit-filters.tsx'

const text = z.string().optional().catch(undefined)
const Search = z.object({ childId: text, personId: text, kind: text, action: text, from: text, to: text })

/** The log for the auditor: found by child, person, kind, action and day. */
export function Page() {
  const t = useMessages(auditMessages)
  const { area } = useActor()
  const go = useGo()
  const filters = usePageSearch(Search)
  const list = useInfiniteQuery(auditQuery(filters))
  const columns = useColumns()
  const change = (next: AuditFilters) => go('/audit', { ...filters, ...next })
  const entries = list.data?.pages.flatMap((page) => page.entries)
  return (
    <>
      <PageHead
        title={t('accounts.audit')}
        lead={
          filters.childId
            ? t('accounts.audit-of-child')
            : t('accounts.audit-lead', { area: nameInSentence(area.name) })
        }
        actions={<Actions filters={filters} />}
      />
      <Stack gap="md">
        {filters.childId ? <PageLink to="/audit">{t('accounts.audit-all-again')}</PageLink> : null}
        <AuditFilterFields filters={filters} onChange={change} />
        <ProblemNote problem={list.error} />
        {list.isPending ? <Loading /> : null}
        {entries ? (
          <DataList
            label={t('accounts.audit')}
            rows={entries}
            columns={columns}
            rowKey={({ id }) => id}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            isLoadingMore={list.isFetchingNextPage}
            empty={<EmptyState title={t('accounts.audit-none')} why={t('accounts.audit-none-why')} />}
          />
        ) : null}
      </Stack>
    </>
  )
}

function Actions({ filters }: { filters: AuditFilters }) {
  const t = useMessages(auditMessages)
  const may = useMay()
  const save = useMutation({ mutationFn: () => api.download('/audit/export', filters) })
  return (
    <>
      {may('privacy.manage') ? (
        <PageButton to="/privacy" variant="default">
          {t('accounts.audit-privacy')}
        </PageButton>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('accounts.audit-export')}
      </Button>
      <ProblemNote problem={save.error} />
    </>
  )
}

function useColumns(): DataListColumn<AuditEntry>[] {
  const t = useMessages(auditMessages)
  const { language } = useLanguage()
  return [
    {
      key: 'what',
      heading: t('accounts.audit-action'),
      kind: 'title',
      cell: ({ kind, action }) =>
        hasActionName(action) ? actionName(action, language) : `${kindNames[language][kind]}: ${action}`,
    },
    { key: 'at', heading: t('accounts.audit-moment'), cell: ({ at }) => momentHere(at) },
    { key: 'who', heading: t('accounts.audit-person'), cell: (entry) => <Who entry={entry} /> },
    { key: 'about', heading: t('accounts.audit-about'), cell: (entry) => <About entry={entry} /> },
    {
      key: 'where',
      heading: t('accounts.audit-where'),
      cell: ({ address, device }) =>
        [device ? deviceNames[language][device] : undefined, address].filter(Boolean).join(', '),
    },
  ]
}

/** Moment of Viet Nam: 15/06/2026 09:00:12. */
function momentHere(at: string): string {
  const [day, time] = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().split(/[T.]/)
  return `${(day ?? '').split('-').toReversed().join('/')} ${time ?? ''}`
}

function Who({ entry: { personName, role, areaName } }: { entry: AuditEntry }) {
  const t = useMessages(auditMessages)
  return (
    <>
      {personName ?? t('accounts.audit-system')}
      <Text size="sm" c="dimmed" component="span" display="block">
        {[role, areaName].filter(Boolean).join(', ')}
      </Text>
    </>
  )
}

function About({ entry }: { entry: AuditEntry }) {
  const t = useMessages(auditMessages)
  const [childId] = entry.childIds
  const count = entry.childIds.length
  const { language } = useLanguage()
  const fields = entry.changed.map((field) => fieldName(field, language)).join(', ')
  return (
    <Group gap={4} style={{ overflowWrap: 'anywhere' }}>
      {count === 1 && childId ? (
        <PageLink to="/audit" search={{ childId }}>
          {t('accounts.audit-one-child')}
        </PageLink>
      ) : null}
      {count > 1 ? t('accounts.audit-children', { count: formatNumber(count) }) : null}
      {entry.changed.length > 0 ? (
        <Text size="sm" component="span">
          {changesText(entry, language) ?? t('accounts.audit-changed', { fields })}
        </Text>
      ) : null}
    </Group>
  )
}

/** Before and after, where the values may be seen. */
function changesText({ changed, before, after }: AuditEntry, language: Language): string | undefined {
  if (before === null && after === null) return undefined
  return changed
    .map(
      (field) =>
        `${fieldName(field, language)}: ${valueText(before?.[field])} → ${valueText(after?.[field])}`,
    )
    .join('; ')
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
