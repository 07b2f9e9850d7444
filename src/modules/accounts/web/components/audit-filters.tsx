import { Select, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Day } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { AuditKind } from '../../shared/audit-contract.ts'
import { actionName, kindNames, namedCommands } from '../../shared/audit-words.ts'
import { auditMessages } from '../../shared/messages-audit.ts'
import { actorsQuery } from '../audit-requests.ts'

export type AuditFilters = {
  childId?: string | undefined
  personId?: string | undefined
  kind?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

type Props = { filters: AuditFilters; onChange: (change: AuditFilters) => void }

/** By person, kind, action and day; each stands in the address, so that a finding can be passed on. */
export function AuditFilterFields({ filters, onChange }: Props) {
  const t = useMessages(auditMessages)
  const { language } = useLanguage()
  const { data: people = [] } = useQuery(actorsQuery)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} className="no-print">
      <SearchSelect
        label={t('accounts.audit-person')}
        placeholder={t('accounts.audit-anybody')}
        choices={people.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        value={filters.personId}
        onChange={(personId) => onChange({ personId })}
        clearable
      />
      <Select
        label={t('accounts.audit-kind')}
        placeholder={t('accounts.audit-any-kind')}
        data={AuditKind.options.map((value) => ({ value, label: kindNames[language][value] }))}
        value={filters.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
        clearable
      />
      <SearchSelect
        label={t('accounts.audit-action')}
        placeholder={t('accounts.audit-any-action')}
        choices={namedCommands.map((value) => ({ value, label: actionName(value, language) }))}
        value={filters.action}
        onChange={(action) => onChange({ action })}
        clearable
      />
      <DayField
        label={t('accounts.audit-from')}
        value={Day.safeParse(filters.from).data}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label={t('accounts.audit-to')}
        value={Day.safeParse(filters.to).data}
        onChange={(to) => onChange({ to })}
      />
    </SimpleGrid>
  )
}
