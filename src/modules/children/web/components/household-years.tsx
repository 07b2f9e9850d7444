import { Button, Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { Household } from '../../shared/contract-households.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { householdMessages } from '../../shared/messages-households.ts'
import { useFactWords } from './fact-words.ts'
import { useUndoStep } from './undo-step.ts'

/** How the household stood by the lists of the years; what was taken back stays as history. */
export function HouseholdYears({ household: { years } }: { household: Household }) {
  const t = useMessages(householdMessages)
  const [isAll, setAll] = useState(false)
  const standing = years.filter(({ undoneAt }) => undoneAt === null)
  return (
    <PageSection id="household-years" title={t('children.household-years')}>
      {standing.length === 0 ? <Text>{t('children.household-no-years')}</Text> : null}
      <dl className="children-dated">
        {(isAll ? years : standing).map((line) => (
          <YearLine key={line.id} line={line} />
        ))}
      </dl>
      {standing.length < years.length ? (
        <Checkbox
          className="no-print"
          label={t('children.household-years-history')}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      ) : null}
    </PageSection>
  )
}

function YearLine({ line }: { line: Household['years'][number] }) {
  const t = useMessages(householdMessages)
  const words = useMessages(factMessages)
  const { valueOf } = useFactWords()
  const may = useMay()
  const undo = useUndoStep()
  const { id, year, status, source, undoneAt } = line
  return (
    <div>
      <dt>{year}</dt>
      <dd data-undone={undoneAt !== null || undefined}>
        <span>
          <strong>{valueOf({ kind: 'poverty', value: status })}</strong>,{' '}
          {words('children.fact-by', { source })}
          {undoneAt
            ? ` (${t('children.household-year-undone', { day: formatDay(vietnamDay(new Date(undoneAt))) })})`
            : ''}
        </span>
        {undoneAt === null && may('children.write') ? (
          <Button
            className="no-print"
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutate(id)}
          >
            {t('children.household-year-undo')}
          </Button>
        ) : null}
      </dd>
    </div>
  )
}
