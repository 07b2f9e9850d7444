import { useQuery } from '@tanstack/react-query'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { villageMessages } from '../../shared/messages-village.ts'
import { belowQuery } from '../requests.ts'

type VillageFilterProps = { value: string | undefined; onChange: (villageId: string | undefined) => void }

/** One village of the own commune, or all of them. Who acts for another kind of place has nothing to choose. */
export function VillageFilter({ value, onChange }: VillageFilterProps) {
  const t = useMessages(villageMessages)
  const { area } = useActor()
  const isCommune = area.kind === 'commune'
  const { data: villages = [] } = useQuery({
    ...belowQuery(isCommune ? area.id : undefined),
    staleTime: 300_000,
  })
  if (!isCommune) return null
  return (
    <SearchSelect
      label={t('areas.village')}
      placeholder={t('areas.all-villages')}
      choices={villages.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      clearable
      onChange={onChange}
    />
  )
}
