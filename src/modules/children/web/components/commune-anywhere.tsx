import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { areaQuery } from '#modules/areas/web/public.tsx'
import { childrenMessages } from '../../shared/messages.ts'
import { communesQuery } from '../requests-facts.ts'

export type CommuneAnywhereProps = {
  label: string
  value: string | undefined
  onChange: (communeId: string | undefined) => void
  error?: string | undefined
}

/** A commune of the whole country, found as one types. */
export function CommuneAnywhere({ label, value, onChange, error }: CommuneAnywhereProps) {
  const t = useMessages(childrenMessages)
  const [text, setText] = useState('')
  const { data: chosen } = useQuery(areaQuery(value))
  const { data = [] } = useQuery({ ...communesQuery(text), placeholderData: keepPreviousData })
  const found = data.filter(({ id }) => id !== chosen?.id)
  return (
    <SearchSelect
      label={label}
      description={t('children.commune-how')}
      error={error}
      choices={[...(chosen ? [chosen] : []), ...found].map(({ id, fullName }) => ({
        value: id,
        label: fullName,
      }))}
      value={value}
      onChange={onChange}
      onSearch={setText}
      required
    />
  )
}
