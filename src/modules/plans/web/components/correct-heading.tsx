import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { CorrectHeading, type FiledPlan } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { correctHeading, planQuery } from '../requests.ts'

/** Number, symbol and day as printed on the signed document, for whoever may write and while the plan is open. */
export function CorrectHeadingButton({ plan }: { plan: FiledPlan }) {
  const t = useMessages(plansMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [isOpen, open] = useState(false)
  if (plan.isAbove || plan.isClosed || !may('plans.write')) return null
  const { number, symbol, date } = plan
  const day = date?.length === 10 ? date : undefined
  return (
    <>
      <Button variant="default" onClick={() => open(true)}>
        {t('plans.correct-heading')}
      </Button>
      {isOpen ? (
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
          onDone={() => open(false)}
          onClose={() => open(false)}
        />
      ) : null}
    </>
  )
}
