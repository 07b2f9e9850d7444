import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { EnterValue, type FiledPlan, type FiledTarget } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { enterValue } from '../requests.ts'

export type EnterValueFormProps = {
  planId: string
  target: FiledTarget
  onEntered: (plan: FiledPlan) => void
  onClose: () => void
}

/** The figure of a target that is followed by hand, with its day and source. */
export function EnterValueForm({ planId, target, onEntered, onClose }: EnterValueFormProps) {
  const t = useMessages(plansMessages)
  return (
    <FormDialog
      title={t('plans.by-hand-enter')}
      note={target.measure}
      fields={[
        { name: 'value', label: t('plans.value-now'), kind: 'number', required: true },
        { name: 'asOf', label: t('plans.value-day'), kind: 'day', required: true },
        { name: 'source', label: t('plans.value-source'), kind: 'text', required: true },
      ]}
      initial={{ asOf: todayHere() }}
      fixed={() => ({ id: newId() })}
      contract={EnterValue}
      send={async (input) => onEntered(await enterValue(planId, target.id, input))}
      onDone={onClose}
      onClose={onClose}
    />
  )
}
