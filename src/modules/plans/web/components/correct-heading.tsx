import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { CorrectHeading, type FiledPlan } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { correctHeading, planQuery } from '../requests.ts'

/** Number, symbol and day as printed on the signed document. */
export function CorrectHeadingDialog({ plan, onClose }: { plan: FiledPlan; onClose: () => void }) {
  const t = useMessages(plansMessages)
  const queries = useQueryClient()
  const { number, symbol, date } = plan
  const day = date?.length === 10 ? date : undefined
  return (
    <FormDialog
      title={t('plans.correct-heading')}
      note={t('plans.correct-heading-note')}
      fields={[
        { name: 'number', label: t('plans.number'), kind: 'text', required: number !== null },
        { name: 'symbol', label: t('plans.symbol'), kind: 'text' },
        { name: 'date', label: t('plans.date'), kind: 'day', required: date !== null },
      ]}
      initial={{ number: number ?? undefined, symbol: symbol ?? undefined, date: day }}
      fixed={() => ({ seen: { number, symbol, date } })}
      contract={CorrectHeading}
      send={async (input) => {
        queries.setQueryData(planQuery(plan.id).queryKey, await correctHeading(plan.id, input))
        await queries.invalidateQueries({ queryKey: ['library'] })
      }}
      onDone={onClose}
      onClose={onClose}
    />
  )
}
