import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { useChangeSearch } from '#platform/web/page-link.tsx'
import { FilterChips, type FilterChip } from '#ui/filter-chips.tsx'
import { FilterPanel } from '#ui/filter-panel.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { belowQuery } from '#modules/areas/web/public.tsx'
import { CleaningRule, ListFlag, Poverty, type SearchChildren, Sex } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { moveMessages } from '../../shared/messages-moves.ts'

type Choice = Partial<
  Pick<
    SearchChildren,
    'communeId' | 'villageId' | 'sex' | 'poverty' | 'flag' | 'lacks' | 'fromYears' | 'toYears'
  >
>

/** Age groups that services and plans speak of; completed years. */
const ageGroups = ['0-0', '0-2', '3-5', '6-8', '9-15'] as const

/** Place, age, sex and poverty; what is chosen stands below as chips. */
export function ListFilters({ choice, beside }: { choice: Choice; beside?: ReactNode }) {
  const t = useMessages(childrenMessages)
  const change = useChangeSearch()
  const places = usePlaces(choice)
  const chips = useChips(choice, places)
  const age = choice.fromYears === undefined ? null : `${choice.fromYears}-${choice.toYears ?? 16}`
  const changeAge = (value: string | null) => {
    const [fromYears, toYears] = value?.split('-').map(Number) ?? []
    change({ fromYears, toYears })
  }
  return (
    <>
      <FilterPanel count={chips.length} beside={beside}>
        {places.choices.length > 0 ? (
          <SearchSelect
            label={t(`children.filter-${places.field}`)}
            placeholder={t('children.all')}
            choices={places.choices}
            value={undefined}
            onChange={(id) => change({ [places.field]: id })}
          />
        ) : null}
        <Select
          label={t('children.age')}
          placeholder={t('children.all')}
          data={ageGroups.map((value) => ({ value, label: t(`children.ages-${value}`) }))}
          value={age}
          onChange={changeAge}
        />
        <Select
          label={t('children.sex')}
          placeholder={t('children.all')}
          data={Sex.options.map((value) => ({ value, label: t(`children.sex-${value}`) }))}
          value={choice.sex ?? null}
          onChange={(sex) => change({ sex: sex ?? undefined })}
        />
        <Select
          label={t('children.poverty')}
          placeholder={t('children.all')}
          data={Poverty.options.map((value) => ({ value, label: t(`children.poverty-${value}`) }))}
          value={choice.poverty ?? null}
          onChange={(poverty) => change({ poverty: poverty ?? undefined })}
        />
        <NeedFilters choice={choice} />
      </FilterPanel>
      <FilterChips chips={chips} />
    </>
  )
}

/** Priority flags, and what is wrong or missing in the record. */
function NeedFilters({ choice }: { choice: Choice }) {
  const t = useMessages(childrenMessages)
  const words = useMessages(moveMessages)
  const flagWords = useFlagWords()
  const change = useChangeSearch()
  return (
    <>
      <Select
        label={words('children.flag')}
        placeholder={t('children.all')}
        data={ListFlag.options.map((value) => ({ value, label: flagWords(value) }))}
        value={choice.flag ?? null}
        onChange={(flag) => change({ flag: flag ?? undefined })}
      />
      <Select
        label={words('children.more-filters')}
        placeholder={t('children.all')}
        data={CleaningRule.options.map((value) => ({ value, label: words(`children.lacks-${value}`) }))}
        value={choice.lacks ?? null}
        onChange={(lacks) => change({ lacks: lacks ?? undefined })}
      />
    </>
  )
}

type Places = { field: 'communeId' | 'villageId'; choices: { value: string; label: string }[] }

/** Villages of the own or chosen commune; in a wider area first its communes. */
function usePlaces(choice: Choice): Places {
  const { area } = useActor()
  const isWide = area.kind === 'province' || area.kind === 'nation'
  const parent = area.kind === 'commune' ? area.id : (choice.communeId ?? (isWide ? area.id : undefined))
  const { data = [] } = useQuery(belowQuery(parent))
  const field = isWide && !choice.communeId ? 'communeId' : 'villageId'
  return { field, choices: data.map(({ id, name }) => ({ value: id, label: name })) }
}

function useChips(choice: Choice, places: Places): FilterChip[] {
  const t = useMessages(childrenMessages)
  const change = useChangeSearch()
  const { data: communes = [] } = useQuery(belowQuery(useActor().area.id))
  const nameOf = (id: string) =>
    places.choices.find(({ value }) => value === id)?.label ??
    communes.find((area) => area.id === id)?.name ??
    t('children.place')
  const chip = (key: keyof Choice, label: string): FilterChip => ({
    key,
    label,
    onRemove: () =>
      change(key === 'communeId' ? { communeId: undefined, villageId: undefined } : { [key]: undefined }),
  })
  const words = useMessages(moveMessages)
  const flagWords = useFlagWords()
  const { communeId, villageId, sex, poverty, flag, lacks, fromYears, toYears } = choice
  return [
    ...(communeId ? [chip('communeId', nameOf(communeId))] : []),
    ...(villageId ? [chip('villageId', nameOf(villageId))] : []),
    ...(sex ? [chip('sex', t(`children.sex-${sex}`))] : []),
    ...(poverty ? [chip('poverty', t(`children.poverty-${poverty}`))] : []),
    ...(flag ? [chip('flag', flagWords(flag))] : []),
    ...(lacks ? [chip('lacks', words(`children.lacks-${lacks}`))] : []),
    ...(fromYears === undefined
      ? []
      : [
          {
            key: 'age',
            label: t('children.age-chip', { from: fromYears, to: toYears ?? 16 }),
            onRemove: () => change({ fromYears: undefined, toYears: undefined }),
          },
        ]),
  ]
}

function useFlagWords(): (flag: ListFlag) => string {
  const t = useMessages(moveMessages)
  const words = useMessages(factMessages)
  return (flag) =>
    flag === 'special' || flag === 'minority' ? t(`children.flag-${flag}`) : words(`children.flag-${flag}`)
}
