import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { SearchSelect } from '#ui/search-select.tsx'
import { Area } from '../../shared/contract.ts'

export type AreaSelectProps = {
  label: string
  value: string | undefined
  onChange: (areaId: string | undefined) => void
  /** Offered before anything is typed: usually the area of the grant. */
  first: { id: string; name: string }
  description?: ReactNode
  error?: ReactNode
}

/** A place within the area of the grant, searched as one types. */
export function AreaSelect({ label, value, onChange, first, description, error }: AreaSelectProps) {
  const [text, setText] = useState('')
  const { data: areas = [] } = useQuery({
    queryKey: ['areas', text],
    queryFn: () => api.get('/areas', z.array(Area), { text }),
    placeholderData: keepPreviousData,
  })
  const found = areas
    .filter(({ id }) => id !== first.id)
    .map(({ id, fullName }) => ({ value: id, label: fullName }))
  return (
    <SearchSelect
      label={label}
      description={description}
      error={error}
      choices={[{ value: first.id, label: first.name }, ...found]}
      value={value}
      onChange={onChange}
      onSearch={setText}
      required
    />
  )
}
