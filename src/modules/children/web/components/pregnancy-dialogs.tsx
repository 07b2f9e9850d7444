import { useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { areaQuery, belowQuery } from '#modules/areas/web/public.tsx'
import { Poverty, Sex } from '../../shared/contract.ts'
import {
  AddPregnancy,
  EditPregnancy,
  EndPregnancy,
  type Pregnancy,
  RecordBirth,
} from '../../shared/contract-pregnancies.ts'
import { ethnicGroups } from '../../shared/ethnic-groups.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { afterChange } from '../requests.ts'
import { placesQuery } from '../requests-facts.ts'
import { addPregnancy, editPregnancy, endPregnancy, recordBirth } from '../requests-moves.ts'

type DialogProps = { pregnancy: Pregnancy; onClose: () => void }

function useDone(onClose: () => void) {
  const queries = useQueryClient()
  return () => {
    void afterChange(queries)
    onClose()
  }
}

/** The own place and the villages below it, or the village alone. */
function usePlaces(): { value: string; label: string }[] {
  const { area } = useActor()
  const { data: own } = useQuery(areaQuery(area.id))
  const { data = [] } = useQuery(belowQuery(area.id))
  const below = data.filter(({ kind }) => kind === 'village' || kind === 'commune')
  const isPlace = own?.kind === 'commune' || own?.kind === 'village'
  return [...(own && isPlace ? [own] : []), ...below].map(({ id, name }) => ({ value: id, label: name }))
}

function useFields(): FormField[] {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const may = useMay()
  const { data: facilities = [] } = useQuery({ ...placesQuery, enabled: may('facilities.read') })
  const care = facilities.filter(({ kind }) => kind === 'health-station' || kind === 'hospital')
  return [
    { name: 'motherName', label: t('children.mother'), kind: 'text', required: true },
    { name: 'expectedOn', label: t('children.expected-on'), kind: 'day', required: true },
    {
      name: 'areaId',
      label: t('children.pregnancy-place'),
      kind: 'choice',
      required: true,
      choices: usePlaces(),
    },
    { name: 'motherPhone', label: words('children.phone'), kind: 'phone', wrong: t('children.phone-how') },
    {
      name: 'motherBornYear',
      label: t('children.mother-born'),
      kind: 'number',
      wrong: t('children.mother-born-how'),
    },
    {
      name: 'facilityId',
      label: t('children.antenatal'),
      kind: 'choice',
      choices: care.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'householdCode', label: words('children.household'), kind: 'text' },
    { name: 'address', label: words('children.address'), kind: 'text' },
    {
      name: 'ethnicCode',
      label: words('children.ethnic'),
      kind: 'choice',
      choices: ethnicGroups.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'poverty',
      label: words('children.poverty'),
      kind: 'choice',
      choices: Poverty.options.map((value) => ({ value, label: words(`children.poverty-${value}`) })),
    },
    { name: 'note', label: t('children.words'), kind: 'long' },
  ]
}

export function AddPregnancyDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(moveMessages)
  const fields = useFields()
  const done = useDone(onClose)
  return (
    <FormDialog
      title={t('children.pregnancy-add')}
      fields={fields}
      fixed={() => ({ id: newId() })}
      contract={AddPregnancy}
      send={addPregnancy}
      onDone={done}
      onClose={onClose}
    />
  )
}

export function EditPregnancyDialog({ pregnancy, onClose }: DialogProps) {
  const t = useMessages(moveMessages)
  const fields = useFields()
  const done = useDone(onClose)
  const known = Object.entries(pregnancy).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  )
  return (
    <FormDialog
      title={t('children.pregnancy-edit')}
      fields={fields}
      initial={Object.fromEntries(known)}
      fixed={() => ({ version: pregnancy.version })}
      contract={EditPregnancy}
      send={(input) => editPregnancy(pregnancy.id, input)}
      onDone={done}
      onClose={onClose}
    />
  )
}

/** Without a birth; nothing is asked but the day. */
export function EndPregnancyDialog({ pregnancy, onClose }: DialogProps) {
  const t = useMessages(moveMessages)
  const done = useDone(onClose)
  return (
    <FormDialog
      title={t('children.pregnancy-end')}
      note={t('children.pregnancy-end-note')}
      fields={[{ name: 'endedOn', label: t('children.pregnancy-ended-on'), kind: 'day', required: true }]}
      initial={{ endedOn: todayHere() }}
      fixed={() => ({ version: pregnancy.version })}
      contract={EndPregnancy}
      send={(input) => endPregnancy(pregnancy.id, input)}
      onDone={done}
      onClose={onClose}
    />
  )
}

/** The form has one or two children; the contract a list of them. */
const Typed = z.preprocess((typed) => {
  const values: Record<string, unknown> = { ...Object(typed) }
  const first = { id: values['firstId'], fullName: values['fullName'] ?? '', sex: values['sex'] }
  const second = { id: values['secondId'], fullName: values['secondName'] ?? '', sex: values['secondSex'] }
  return { ...values, children: values['isTwins'] === true ? [first, second] : [first] }
}, RecordBirth)

/** The pregnancy becomes its child, or its twins. */
export function BirthDialog({ pregnancy, onClose }: DialogProps) {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const done = useDone(onClose)
  const sexes = Sex.options.map((value) => ({ value, label: words(`children.sex-${value}`) }))
  const isTwins = (draft: Readonly<Record<string, unknown>>) => draft['isTwins'] === true
  return (
    <FormDialog
      title={t('children.pregnancy-birth')}
      fields={[
        { name: 'bornOn', label: words('children.born-on'), kind: 'day', required: true },
        { name: 'fullName', label: t('children.first-child'), kind: 'text' },
        { name: 'sex', label: words('children.sex'), kind: 'choice', required: true, choices: sexes },
        { name: 'isTwins', label: t('children.is-twins'), kind: 'tick' },
        { name: 'secondName', label: t('children.second-child'), kind: 'text', isShown: isTwins },
        {
          name: 'secondSex',
          label: t('children.second-sex'),
          kind: 'choice',
          required: true,
          choices: sexes,
          isShown: isTwins,
        },
        { name: 'isAnotherChild', label: t('children.is-another'), kind: 'tick' },
      ]}
      fixed={() => ({ version: pregnancy.version, firstId: newId(), secondId: newId() })}
      contract={Typed}
      send={(input) => recordBirth(pregnancy.id, input)}
      onDone={done}
      onClose={onClose}
    />
  )
}
