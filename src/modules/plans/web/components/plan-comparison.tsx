import { Stack, Text } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import type { ComparedTarget, Comparison, TargetStanding } from '../../shared/compare-plans.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'

/** Target by target what the plan above asks and what this plan sets, and the tasks that are missing. */
export function PlanComparison({ comparison }: { comparison: Comparison }) {
  const t = useMessages(draftMessages)
  return (
    <Stack gap="sm">
      <DataList
        label={t('plans.compare')}
        rows={comparison.targets.toSorted(worstFirst)}
        rowKey={({ targetId }) => targetId}
        firstRows={6}
        empty={<Text c="dimmed">{t('plans.compare-none')}</Text>}
        columns={[
          { key: 'measure', heading: t('plans.part-targets'), kind: 'title', cell: ({ measure }) => measure },
          {
            key: 'demanded',
            heading: t('plans.compare-demanded'),
            cell: ({ demanded, isShare }) =>
              isShare ? t('plans.compare-share', { aim: demanded }) : <Aim text={demanded} />,
          },
          { key: 'own', heading: t('plans.compare-own'), cell: ({ own }) => <Aim text={own ?? ''} /> },
          {
            key: 'standing',
            heading: t('plans.compare-standing'),
            cell: ({ standing }) => <Standing standing={standing} />,
          },
        ]}
      />
      {comparison.missingTasks.length > 0 ? (
        <div>
          <Text fw={600}>{t('plans.compare-missing')}</Text>
          <ul>
            {comparison.missingTasks.map(({ taskId, title }) => (
              <li key={taskId}>{title}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Stack>
  )
}

const order = ['missing', 'weaker', 'incomparable', 'equal', 'stricter'] as const satisfies TargetStanding[]

/** What must be put right is not to be among the rows that are folded away. */
function worstFirst(one: ComparedTarget, other: ComparedTarget): number {
  return order.indexOf(one.standing) - order.indexOf(other.standing)
}

/** "90% · 2026" reads as one thing. */
function Aim({ text }: { text: string }) {
  return <span className="tabular nowrap">{text}</span>
}

function Standing({ standing }: Pick<ComparedTarget, 'standing'>) {
  const t = useMessages(draftMessages)
  const isBad = standing === 'weaker' || standing === 'missing'
  return (
    <Text component="span" {...(isBad ? { c: 'var(--state-overdue)', fw: 600 } : {})}>
      {t(`plans.standing-${standing}`)}
    </Text>
  )
}
