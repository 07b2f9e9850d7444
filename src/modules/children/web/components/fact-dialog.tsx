import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { belowQuery } from '#modules/areas/web/public.tsx'
import type { Facility } from '#modules/facilities/shared/contract.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { Child } from '../../shared/contract.ts'
import { type Fact, type FactKind, RecordFact } from '../../shared/contract-facts.ts'
import { schoolYearOf } from '../../shared/facts.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { afterChange } from '../requests.ts'
import { placesQuery, recordFact } from '../requests-facts.ts'
import { CommuneAnywhere } from './commune-anywhere.tsx'
import { useFactWords } from './fact-words.ts'

type FactDialogProps = {
  child: Child
  kind: FactKind
  /** The line that is corrected; without it a new one is written. */
  corrects?: Fact | undefined
  onClose: () => void
}

/** Writes a fact with its days and source, or corrects one. */
export function FactDialog({ child, kind, corrects, onClose }: FactDialogProps) {
  const t = useMessages(factMessages)
  const queries = useQueryClient()
  const fields = useFields(child, kind, corrects)
  return (
    <FormDialog
      title={t(`children.fact-${kind}`)}
      fields={fields}
      initial={corrects ? draftOf(corrects) : firstDraft(child, kind)}
      fixed={() => ({
        ...{ id: newId(), kind, replaces: corrects?.id ?? null },
        ...(kind === 'household' ? { value: 'member' } : {}),
      })}
      contract={RecordFact}
      send={(input) => recordFact(child.id, input)}
      onDone={() => {
        void afterChange(queries)
        onClose()
      }}
      onClose={onClose}
    />
  )
}

function draftOf(fact: Fact) {
  const orNothing = (value: string | null | undefined) => value ?? undefined
  return {
    value: fact.value,
    fromDay: fact.fromDay,
    toDay: orNothing(fact.toDay),
    number: orNothing(fact.number),
    communeId: orNothing(fact.communeId),
    villageId: orNothing(fact.villageId),
    facilityId: orNothing(fact.facilityId),
    householdCode: orNothing(fact.householdCode),
    detail: orNothing(fact.detail),
    source: fact.source,
  }
}

const latest = (...days: Day[]) => days.toSorted().at(-1)

/** Days most often meant: the year of a poverty list (1/1-31/12), the school year (5/9-31/5), else today. */
function firstDraft(child: Child, kind: FactKind) {
  const today = todayHere()
  if (kind === 'poverty') {
    const year = today.slice(0, 4)
    return { fromDay: latest(`${year}-01-01`, child.bornOn), toDay: `${year}-12-31` }
  }
  if (kind === 'schooling') {
    const [first = '', last = ''] = schoolYearOf(today).split('-')
    const begins = `${first}-09-05`
    return { fromDay: latest(begins > today ? today : begins, child.bornOn), toDay: `${last}-05-31` }
  }
  const fromDay = kind === 'birth-registration' ? undefined : today
  return { fromDay, ...(kind === 'residence' ? { value: 'permanent', communeId: child.communeId } : {}) }
}

const atSchool: readonly Facility['kind'][] = ['preschool', 'primary-school', 'group-care']
const withFacility: readonly FactKind[] = ['schooling', 'flag']
const withNumber: readonly FactKind[] = ['insurance', 'birth-registration']

function useFields(child: Child, kind: FactKind, corrects: Fact | undefined): FormField[] {
  const t = useMessages(factMessages)
  const { choicesOf } = useFactWords()
  const place = usePlaceFields(child, corrects)
  const facility = useFacilityField(kind)
  const detail =
    kind === 'residence' || kind === 'schooling'
      ? (`children.fact-detail-${kind}` as const)
      : 'children.fact-detail'
  const days: FormField[] = [
    { name: 'fromDay', label: t('children.fact-from'), kind: 'day', required: true },
    { name: 'toDay', label: t('children.fact-to'), kind: 'day' },
    {
      name: 'source',
      label: t('children.fact-source'),
      description: t('children.fact-source-how'),
      kind: 'text',
      required: true,
    },
  ]
  if (kind === 'household')
    return [
      {
        ...{ name: 'householdCode', label: t('children.household-code'), kind: 'text', required: true },
        description: t('children.household-code-how'),
      },
      ...days,
    ]
  return [
    {
      name: 'value',
      label: t('children.fact-value'),
      kind: 'choice',
      required: true,
      choices: choicesOf(kind),
    },
    ...(kind === 'residence' ? place : []),
    ...(withFacility.includes(kind) ? facility : []),
    ...(withNumber.includes(kind)
      ? [{ name: 'number', label: t('children.fact-number'), kind: 'text' as const }]
      : []),
    { name: 'detail', label: t(detail), kind: 'text' },
    ...days,
  ]
}

function useFacilityField(kind: FactKind): FormField[] {
  const t = useMessages(factMessages)
  const may = useMay()
  const { data = [] } = useQuery({ ...placesQuery, enabled: may('facilities.read') })
  const fitting = data.filter((one) => atSchool.includes(one.kind) === (kind === 'schooling'))
  if (fitting.length === 0) return []
  return [
    {
      name: 'facilityId',
      label: t('children.fact-facility'),
      kind: 'choice',
      choices: fitting.map(({ id, name, areaName }) => ({ value: id, label: `${name}, ${areaName}` })),
    },
  ]
}

/** Any commune of the country, and a village of it. */
function usePlaceFields(child: Child, corrects: Fact | undefined): FormField[] {
  const t = useMessages(childrenMessages)
  const [communeId, setCommune] = useState(corrects?.communeId ?? child.communeId)
  const { data: villages = [] } = useQuery(belowQuery(communeId))
  const choices = villages
    .filter(({ kind }) => kind === 'village')
    .map(({ id, name }) => ({ value: id, label: name }))
  return [
    {
      name: 'communeId',
      label: t('children.commune'),
      kind: 'custom',
      render: ({ value, onChange, error }) => (
        <CommuneAnywhere
          label={t('children.commune')}
          value={value}
          error={error}
          onChange={(next) => {
            setCommune(next ?? child.communeId)
            onChange(next)
          }}
        />
      ),
    },
    {
      name: 'villageId',
      label: t('children.village'),
      kind: 'custom',
      render: ({ value, onChange }) => (
        <SearchSelect
          label={t('children.village')}
          choices={choices}
          value={choices.some((one) => one.value === value) ? value : undefined}
          onChange={onChange}
          nothingFound={t('children.village-not-found')}
          clearable
        />
      ),
    },
  ]
}
