import { addMonths } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import {
  AddDanger,
  type Danger,
  DangerKind,
  Near,
  RecordInspection,
  Repair,
} from '../../shared/contract-dangers.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { addDanger, recordInspection } from '../requests.ts'
import { useAreaField } from './facility-form.tsx'

type Ends = { onDone: () => void; onClose: () => void }

/** Three months until somebody looks again, unless the person says otherwise. */
const monthsBetweenInspections = 3

export function DangerForm(ends: Ends) {
  const t = useMessages(facilitiesMessages)
  const { area } = useActor()
  const areaField = useAreaField(area)
  const today = todayHere()
  return (
    <FormDialog
      title={t('facilities.danger-add')}
      fields={[
        {
          name: 'kind',
          label: t('facilities.danger-kind'),
          kind: 'choice',
          required: true,
          choices: DangerKind.options.map((kind) => ({ value: kind, label: t(`facilities.danger-${kind}`) })),
        },
        { name: 'name', label: t('facilities.danger-name'), kind: 'text', required: true },
        areaField,
        {
          name: 'near',
          label: t('facilities.near'),
          kind: 'choice',
          required: true,
          choices: Near.options.map((near) => ({ value: near, label: t(`facilities.near-${near}`) })),
        },
        { name: 'foundOn', label: t('facilities.found-on'), kind: 'day', required: true },
        { name: 'responsible', label: t('facilities.responsible'), kind: 'text' },
        { name: 'nextInspectionOn', label: t('facilities.next-inspection'), kind: 'day', required: true },
        { name: 'note', label: t('facilities.note'), kind: 'long' },
      ]}
      initial={{
        areaId: area.id,
        foundOn: today,
        nextInspectionOn: addMonths(today, monthsBetweenInspections),
      }}
      fixed={() => ({ id: newId() })}
      contract={AddDanger}
      send={addDanger}
      {...ends}
    />
  )
}

export function InspectionForm({ danger, ...ends }: Ends & { danger: Danger }) {
  const t = useMessages(facilitiesMessages)
  const today = todayHere()
  return (
    <FormDialog
      title={t('facilities.inspect-title', { name: danger.name })}
      fields={[
        { name: 'inspectedOn', label: t('facilities.inspected-on'), kind: 'day', required: true },
        {
          name: 'repair',
          label: t('facilities.repair'),
          kind: 'choice',
          required: true,
          choices: Repair.options.map((repair) => ({
            value: repair,
            label: t(`facilities.repair-${repair}`),
          })),
        },
        {
          name: 'nextInspectionOn',
          label: t('facilities.next-inspection'),
          kind: 'day',
          required: true,
          isShown: ({ repair }) => repair !== 'done',
        },
        { name: 'note', label: t('facilities.note'), kind: 'long' },
      ]}
      initial={{
        inspectedOn: today,
        repair: danger.repair,
        nextInspectionOn: addMonths(today, monthsBetweenInspections),
      }}
      fixed={() => ({ id: newId() })}
      contract={RecordInspection}
      send={(input) => recordInspection(danger.id, input)}
      {...ends}
    />
  )
}
