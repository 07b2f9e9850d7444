import { ActionIcon, Checkbox, Menu, Text, Title } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Child } from '../../shared/contract.ts'
import { type Fact, FactKind } from '../../shared/contract-facts.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { afterChange } from '../requests.ts'
import { factsQuery, undoFact } from '../requests-facts.ts'
import { EndFactDialog } from './end-fact-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { useFactWords } from './fact-words.ts'

/** Where the child lived, how the household stood, card, certificate, school and flags, each with its days. */
export function DatedFacts({ child }: { child: Child }) {
  const t = useMessages(factMessages)
  const [isAll, setAll] = useState(false)
  const { data = [], error } = useQuery(factsQuery(child.id))
  const shown = data.filter(({ undoneAt }) => isAll || undoneAt === null)
  return (
    <section aria-labelledby="children-dated">
      <Title order={2} id="children-dated">
        {t('children.dated')}
      </Title>
      <Text mb="sm">{t('children.dated-why')}</Text>
      <ProblemNote problem={error} />
      <dl className="children-dated">
        {FactKind.options.map((kind) => (
          <FactsOfKind
            key={kind}
            child={child}
            kind={kind}
            facts={shown.filter((one) => one.kind === kind)}
          />
        ))}
      </dl>
      {data.some(({ undoneAt }) => undoneAt !== null) ? (
        <Checkbox
          className="no-print"
          label={t('children.facts-history')}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      ) : null}
    </section>
  )
}

function FactsOfKind({ child, kind, facts }: { child: Child; kind: FactKind; facts: readonly Fact[] }) {
  const t = useMessages(factMessages)
  if (facts.length === 0) return null
  return (
    <div>
      <dt>{t(`children.fact-${kind}`)}</dt>
      {facts.map((fact) => (
        <FactLine key={fact.id} child={child} fact={fact} />
      ))}
    </div>
  )
}

function FactLine({ child, fact }: { child: Child; fact: Fact }) {
  const t = useMessages(factMessages)
  const { whatOf, daysOf } = useFactWords()
  const may = useMay()
  const source = fact.implied ? t('children.fact-implied') : t('children.fact-by', { source: fact.source })
  return (
    <dd data-undone={fact.undoneAt !== null || undefined}>
      <span>
        <strong>{whatOf(fact)}</strong>, {daysOf(fact)}, {source}
        {fact.undoneAt
          ? ` (${t('children.fact-undone', { day: formatDay(vietnamDay(new Date(fact.undoneAt))) })})`
          : ''}
      </span>
      {may('children.write') && !child.leftOn && !fact.implied && fact.undoneAt === null ? (
        <FactMenu child={child} fact={fact} />
      ) : null}
    </dd>
  )
}

function FactMenu({ child, fact }: { child: Child; fact: Fact }) {
  const t = useMessages(factMessages)
  const { valueOf } = useFactWords()
  const queries = useQueryClient()
  const [opened, setOpened] = useState<'correct' | 'end' | undefined>(undefined)
  const undo = useMutation({ mutationFn: undoFact, onSuccess: () => afterChange(queries) })
  const close = () => setOpened(undefined)
  return (
    <span className="no-print">
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('children.fact-actions', { what: valueOf(fact) })}
          >
            <IconDots size={22} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('correct')}>{t('children.fact-correct')}</Menu.Item>
          <Menu.Item onClick={() => setOpened('end')}>{t('children.fact-end')}</Menu.Item>
          <Menu.Item onClick={() => undo.mutate({ childId: child.id, factId: fact.id })}>
            {t('children.fact-undo')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={undo.error} />
      {opened === 'correct' ? (
        <FactDialog child={child} kind={fact.kind} corrects={fact} onClose={close} />
      ) : null}
      {opened === 'end' ? <EndFactDialog childId={child.id} fact={fact} onClose={close} /> : null}
    </span>
  )
}
