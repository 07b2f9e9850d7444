import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import type { PlaceChoice } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { setupAreasQuery } from '../requests.ts'

export type UnitFieldsProps = {
  unit: PlaceChoice | undefined
  onChange: (unit: PlaceChoice | undefined) => void
}

const byName = new Intl.Collator('vi')

function toChoices(places: PlaceChoice[] = []) {
  return places.map(toChoice).toSorted((one, other) => byName.compare(one.label, other.label))
}

const toChoice = ({ id, fullName, name }: PlaceChoice) => ({
  value: id,
  label: fullName.split(',')[0] ?? name,
})

/** Province first, then one of its communes; the province alone for a provincial installation. */
export function UnitFields({ unit, onChange }: UnitFieldsProps) {
  const t = useMessages(accountsMessages)
  const [provinceId, setProvinceId] = useState<string | undefined>(undefined)
  const provinces = useQuery(setupAreasQuery(undefined))
  const communes = useQuery({ ...setupAreasQuery(provinceId), enabled: provinceId !== undefined })
  const province = provinces.data?.find(({ id }) => id === provinceId)
  const chooseProvince = (id: string | undefined) => {
    setProvinceId(id)
    onChange(provinces.data?.find((one) => one.id === id))
  }
  return (
    <Stack gap="md">
      <ProblemNote problem={provinces.error ?? communes.error} />
      <SearchSelect
        label={t('accounts.setup-province')}
        placeholder={t('accounts.setup-search')}
        nothingFound={t('accounts.setup-nothing')}
        choices={toChoices(provinces.data)}
        value={provinceId}
        onChange={chooseProvince}
        required
      />
      <SearchSelect
        label={t('accounts.setup-commune')}
        description={t('accounts.setup-commune-rule')}
        placeholder={t('accounts.setup-search')}
        nothingFound={t('accounts.setup-nothing')}
        choices={provinceId ? toChoices(communes.data) : []}
        value={unit && unit.id !== provinceId ? unit.id : undefined}
        onChange={(id) => onChange(communes.data?.find((one) => one.id === id) ?? province)}
        disabled={!provinceId}
        clearable
      />
      {unit ? <Text fw={600}>{t('accounts.setup-chosen', { area: unit.fullName })}</Text> : null}
    </Stack>
  )
}
