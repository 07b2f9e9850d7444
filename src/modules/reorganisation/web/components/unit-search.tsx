import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Area, type AreaKind } from '#modules/areas/shared/contract.ts'
import { api } from '#platform/web/api.ts'
import { SearchSelect } from '#ui/search-select.tsx'

export type UnitSearchProps = {
  label: string
  description?: string
  value: Area | undefined
  onChange: (unit: Area | undefined) => void
  /** Only units of this kind. */
  kind?: AreaKind | undefined
}

/** A unit within the area of the grant, with everything the case must know of it. */
export function UnitSearch({ label, description, value, onChange, kind }: UnitSearchProps) {
  const [text, setText] = useState('')
  const { data: units = [] } = useQuery({
    queryKey: ['areas', 'units', text, kind],
    queryFn: () => api.get('/areas', z.array(Area), { text: text.split(',')[0], kind }),
    placeholderData: keepPreviousData,
  })
  const known = value && !units.some(({ id }) => id === value.id) ? [value, ...units] : units
  return (
    <SearchSelect
      label={label}
      {...(description === undefined ? {} : { description })}
      choices={known.map(({ id, fullName }) => ({ value: id, label: fullName }))}
      value={value?.id}
      onChange={(id) => onChange(known.find((unit) => unit.id === id))}
      onSearch={setText}
    />
  )
}
