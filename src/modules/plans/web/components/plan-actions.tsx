import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { FiledPlan } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { CorrectHeadingButton } from './correct-heading.tsx'

/** What can be made from a filed plan: a report, a plan that carries it out, a document. */
export function PlanActions({ plan }: { plan: FiledPlan }) {
  const planId = plan.id
  const t = useMessages(plansMessages)
  const drafts = useMessages(draftMessages)
  const may = useMay()
  const downloading = useMutation({
    mutationFn: (kind: 'docx' | 'pdf') => api.download(`/plans/${planId}/${kind}`),
  })
  return (
    <Stack gap="xs" className="no-print">
      <Group>
        {may('reports.write') ? <PageButton to="/reports/new">{t('plans.report')}</PageButton> : null}
        {may('plans.write') ? (
          <PageButton to="/plans/new" search={{ parent: planId }} variant="default">
            {drafts('plans.write-here')}
          </PageButton>
        ) : null}
        {(['docx', 'pdf'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            loading={downloading.isPending && downloading.variables === kind}
            onClick={() => downloading.mutate(kind)}
          >
            {drafts(`plans.to-${kind}`)}
          </Button>
        ))}
        <CorrectHeadingButton plan={plan} />
        <PrintButton />
      </Group>
      <ProblemNote problem={downloading.error} />
    </Stack>
  )
}
