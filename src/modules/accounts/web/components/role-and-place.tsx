import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '#base/day.ts'
import { areaQuery, AreaSelect } from '#modules/areas/web/public.tsx'
import { useActor } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { accessMessages } from '../../shared/messages-access.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { rolesQuery } from '../requests.ts'

export type GrantDraft = {
  role: string
  areaId: string | undefined
  validFrom: Day | undefined
  validTo: Day | undefined
}

type Props = { draft: GrantDraft; onChange: (part: Partial<GrantDraft>) => void }

/** Place first, then a role that is held at its level and that the giver may give, then the days. */
export function RoleAndPlace({ draft, onChange }: Props) {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const { area } = useActor()
  return (
    <>
      <AreaSelect
        label={words('accounts.new-area')}
        description={words('accounts.new-area-rule')}
        first={area}
        value={draft.areaId}
        onChange={(areaId) => onChange({ areaId })}
      />
      <RoleSelect draft={draft} onChange={onChange} />
      <Group grow align="flex-start">
        <DayField
          label={t('accounts.grant-from')}
          value={draft.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DayField
          label={t('accounts.grant-to')}
          description={t('accounts.grant-to-rule')}
          value={draft.validTo}
          onChange={(validTo) => onChange({ validTo })}
        />
      </Group>
    </>
  )
}

function RoleSelect({ draft, onChange }: Props) {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const { language } = useLanguage()
  const { data: roles = [] } = useQuery(rolesQuery)
  const kind = useKindOf(draft.areaId)
  const fitting = roles.filter(({ mayGive, kinds }) => mayGive && kinds.some((one) => one === kind))
  const chosen = fitting.find(({ key }) => key === draft.role)
  return (
    <Select
      label={words('accounts.new-role')}
      description={chosen?.purpose[language] ?? t('accounts.role-choose')}
      data={fitting.map(({ key, name }) => ({ value: key, label: name[language] }))}
      value={chosen?.key ?? null}
      onChange={(role) => onChange({ role: role ?? '' })}
      allowDeselect={false}
      required
    />
  )
}

/** The kind of the chosen place; that of the own place needs no look. */
function useKindOf(areaId: string | undefined): string | undefined {
  const { area } = useActor()
  const { data } = useQuery(areaQuery(areaId === area.id ? undefined : areaId))
  return areaId === area.id ? area.kind : data?.kind
}
