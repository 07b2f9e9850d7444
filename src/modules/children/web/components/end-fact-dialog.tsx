import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { EndFact, type Fact } from '../../shared/contract-facts.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { afterChange } from '../requests.ts'
import { endFact } from '../requests-facts.ts'
import { useFactWords } from './fact-words.ts'

/** The last day of a fact; of a residence also why it ended. */
export function EndFactDialog(props: { childId: string; fact: Fact; onClose: () => void }) {
  const { childId, fact, onClose } = props
  const t = useMessages(factMessages)
  const { valueOf } = useFactWords()
  const queries = useQueryClient()
  const why: FormField = {
    name: 'ending',
    label: t('children.fact-ended-why'),
    kind: 'choice',
    choices: [
      { value: 'moved-out', label: t('children.ending-moved-out') },
      { value: 'died', label: t('children.ending-died') },
    ],
  }
  return (
    <FormDialog
      title={t('children.fact-end-title', { what: valueOf(fact) })}
      fields={[
        { name: 'toDay', label: t('children.fact-to'), kind: 'day', required: true },
        ...(fact.kind === 'residence' ? [why] : []),
      ]}
      initial={{ toDay: todayHere() }}
      fixed={() => ({})}
      contract={EndFact}
      send={(input) => endFact({ childId, factId: fact.id }, input)}
      onDone={() => {
        void afterChange(queries)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
