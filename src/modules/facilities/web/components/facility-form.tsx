import { newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { AreaSelect } from '#modules/areas/web/public.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { AddFacility, EditFacility, type Facility, FacilityKind, Operator } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { addFacility, editFacility } from '../requests.ts'

/** The field for the unit that something is in. */
export function useAreaField(first: { id: string; name: string }): FormField {
  const t = useMessages(facilitiesMessages)
  return {
    name: 'areaId',
    label: t('facilities.area'),
    kind: 'custom',
    required: true,
    render: ({ value, onChange, error }) => (
      <AreaSelect label={t('facilities.area')} {...{ value, onChange, error, first }} />
    ),
  }
}

function useFields(first: { id: string; name: string }): FormField[] {
  const t = useMessages(facilitiesMessages)
  const area = useAreaField(first)
  const kinds = FacilityKind.options.map((kind) => ({ value: kind, label: t(`facilities.kind-${kind}`) }))
  const operators = Operator.options.map((one) => ({ value: one, label: t(`facilities.operator-${one}`) }))
  return [
    { name: 'kind', label: t('facilities.kind'), kind: 'choice', required: true, choices: kinds },
    { name: 'name', label: t('facilities.name'), kind: 'text', required: true },
    area,
    { name: 'operator', label: t('facilities.operator'), kind: 'choice', required: true, choices: operators },
    {
      name: 'capacity',
      label: t('facilities.capacity'),
      kind: 'number',
      description: t('facilities.capacity-how'),
    },
    {
      name: 'forUnderThree',
      label: t('facilities.under-three'),
      kind: 'tick',
      isShown: ({ kind }) => kind === 'play-point' || kind === 'culture-sport',
    },
    { name: 'landM2', label: t('facilities.land'), kind: 'number' },
    { name: 'address', label: t('facilities.address'), kind: 'text' },
    { name: 'contactName', label: t('facilities.contact-name'), kind: 'text' },
    { name: 'phone', label: t('facilities.phone'), kind: 'phone' },
    { name: 'validFrom', label: t('facilities.from'), kind: 'day', description: t('facilities.from-how') },
    { name: 'validTo', label: t('facilities.to'), kind: 'day', description: t('facilities.to-how') },
    { name: 'note', label: t('facilities.note'), kind: 'long' },
  ]
}

type FacilityFormProps = { facility: Facility | undefined; onDone: () => void; onClose: () => void }

/** Adds a facility, or changes the given one. */
export function FacilityForm({ facility, onDone, onClose }: FacilityFormProps) {
  const t = useMessages(facilitiesMessages)
  const { area } = useActor()
  const fields = useFields(facility ? { id: facility.areaId, name: facility.areaName } : area)
  if (!facility)
    return (
      <FormDialog
        title={t('facilities.add')}
        fields={fields}
        initial={{ areaId: area.id, operator: 'public' }}
        fixed={() => ({ id: newId() })}
        contract={AddFacility}
        send={addFacility}
        {...{ onDone, onClose }}
      />
    )
  const { capacity, landM2, ...rest } = facility
  const text = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, typeof value === 'boolean' ? value : `${value ?? ''}`]),
  )
  return (
    <FormDialog
      title={t('facilities.edit', { name: facility.name })}
      fields={fields}
      initial={{ ...text, capacity: `${capacity ?? ''}`, landM2: `${landM2 ?? ''}`.replace('.', ',') }}
      fixed={() => ({ version: facility.version })}
      contract={EditFacility}
      send={(input) => editFacility(facility.id, input)}
      {...{ onDone, onClose }}
    />
  )
}
