import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { areaQuery, AreaSelect, belowQuery } from '#modules/areas/web/public.tsx'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { childrenMessages } from '../../shared/messages.ts'

export type ChosenPlace = { communeId: string | undefined; villageId: string | undefined }

export type PlaceFieldsProps = {
  value: ChosenPlace
  onChange: (place: ChosenPlace) => void
  error?: string | undefined
}

/** Where a child lives. People of a commune choose a village, people of a village choose nothing. */
export function PlaceFields({ value, onChange, error }: PlaceFieldsProps) {
  const t = useMessages(childrenMessages)
  const { area } = useActor()
  useOwnPlace(value, onChange)
  const { data: villages = [] } = useQuery(belowQuery(value.communeId))
  const choices = villages
    .filter(({ kind }) => kind === 'village')
    .filter(({ id }) => area.kind !== 'village' || id === area.id)
    .map(({ id, name }) => ({ value: id, label: name }))
  const isWide = area.kind !== 'commune' && area.kind !== 'village'
  return (
    <>
      {isWide ? <CommuneField value={value} onChange={onChange} error={error} /> : null}
      <SearchSelect
        label={t('children.village')}
        choices={choices}
        value={value.villageId}
        onChange={(villageId) => onChange({ communeId: value.communeId, villageId })}
        disabled={area.kind === 'village' || value.communeId === undefined}
        description={choices.length === 0 ? t('children.village-none') : undefined}
        nothingFound={t('children.village-not-found')}
        clearable
      />
    </>
  )
}

/** A commune's or village's own place is filled in by itself. */
function useOwnPlace(value: ChosenPlace, onChange: (place: ChosenPlace) => void): void {
  const { area } = useActor()
  const { data: own } = useQuery(areaQuery(area.kind === 'village' ? area.id : undefined))
  const communeId = area.kind === 'commune' ? area.id : (own?.parentId ?? undefined)
  const villageId = area.kind === 'village' ? area.id : value.villageId
  const isFixed = area.kind === 'commune' || area.kind === 'village'
  const isOther = value.communeId !== communeId || value.villageId !== villageId
  useEffect(() => {
    if (isFixed && communeId !== undefined && isOther) onChange({ communeId, villageId })
  })
}

function CommuneField({ value, onChange, error }: PlaceFieldsProps) {
  const t = useMessages(childrenMessages)
  const { area } = useActor()
  const { data: chosen } = useQuery(areaQuery(value.communeId))
  return (
    <AreaSelect
      key={value.communeId ?? 'none'}
      label={t('children.commune')}
      description={t('children.commune-how')}
      first={chosen ? { id: chosen.id, name: chosen.fullName } : { id: area.id, name: area.name }}
      value={value.communeId}
      onChange={(communeId) =>
        onChange({ communeId: communeId === area.id ? undefined : communeId, villageId: undefined })
      }
      error={error}
    />
  )
}
