import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay, formatMoment } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Step } from '../../shared/contract-together.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { householdMessages } from '../../shared/messages-households.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { useFactWords } from '../components/fact-words.ts'
import { useUndoStep } from '../components/undo-step.ts'
import { stepsQuery } from '../requests-households.ts'

/** What was written for many children at once, the latest first, to be taken back whole. */
export function Page() {
  const t = useMessages(householdMessages)
  const words = useMessages(childrenMessages)
  const { data, error, isPending } = useQuery(stepsQuery)
  const whatOf = useWhat()
  return (
    <>
      <PageHead
        title={t('children.steps')}
        lead={t('children.steps-lead')}
        back={{ to: '/children', label: words('children.title') }}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={4} /> : null}
      {data ? (
        <DataList
          label={t('children.steps')}
          rows={data}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('children.steps-none')} why={t('children.steps-none-why')} />}
          columns={[
            { key: 'what', heading: t('children.step-what'), kind: 'title', cell: whatOf },
            { key: 'count', heading: t('children.step-count'), kind: 'number', cell: ({ count }) => count },
            {
              key: 'at',
              heading: t('children.step-at'),
              cell: ({ recordedAt, personName }) =>
                [formatMoment(recordedAt), personName].filter(Boolean).join(', '),
            },
            { key: 'undo', heading: '', kind: 'actions', cell: (step) => <UndoCell step={step} /> },
          ]}
        />
      ) : null}
    </>
  )
}

function useWhat(): (step: Step) => string {
  const t = useMessages(householdMessages)
  const words = useMessages(factMessages)
  const { valueOf } = useFactWords()
  return ({ kind, value, fromDay, source, villageName, householdCode }) => {
    if (villageName) return t('children.step-village', { village: villageName })
    if (!kind || !value || !fromDay) return t('children.step-merged')
    const holes = { value: valueOf({ kind, value }), from: formatDay(fromDay) }
    const fact = t('children.step-fact', { kind: words(`children.fact-${kind}`), ...holes })
    const what = source ? `${fact}, ${words('children.fact-by', { source })}` : fact
    return householdCode ? t('children.step-household', { code: householdCode, what }) : what
  }
}

function UndoCell({ step: { id, count, undone } }: { step: Step }) {
  const t = useMessages(householdMessages)
  const may = useMay()
  const undo = useUndoStep()
  if (undone === count) return t('children.step-undone')
  return (
    <>
      {undone > 0 ? t('children.step-undone-some', { undone, count }) : null}
      {may('children.write') ? (
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(id)}>
          {t('children.step-undo')}
        </Button>
      ) : null}
    </>
  )
}
