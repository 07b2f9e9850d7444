import { Button, Group, Menu, Stack } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageMenuItem } from '#platform/web/page-link.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { FiledPlan } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { CorrectHeadingDialog } from './correct-heading.tsx'

/**
 * What can be made from a filed plan. In front stands what is done most: a report on an own plan, a plan of one's own
 * under one from above; the rest is in the menu, so that a phone shows one row.
 */
export function PlanActions({ plan }: { plan: FiledPlan }) {
  const t = useMessages(plansMessages)
  const drafts = useMessages(draftMessages)
  const may = useMay()
  const report = { to: '/reports/new', search: {}, label: t('plans.report') }
  const below = { to: '/plans/new', search: { parent: plan.id }, label: drafts('plans.write-here') }
  const ways = [may('reports.write') ? [report] : [], may('plans.write') ? [below] : []].flat()
  const [first, ...others] = plan.isAbove ? ways.toReversed() : ways
  return (
    <Group gap="sm" className="no-print">
      {first ? (
        <PageButton to={first.to} search={first.search}>
          {first.label}
        </PageButton>
      ) : null}
      <OtherActions plan={plan} ways={others} />
    </Group>
  )
}

type Way = { to: string; search: Record<string, string>; label: string }

function OtherActions({ plan, ways }: { plan: FiledPlan; ways: readonly Way[] }) {
  const t = useMessages(plansMessages)
  const drafts = useMessages(draftMessages)
  const may = useMay()
  const [isCorrecting, correct] = useState(false)
  const downloading = useMutation({
    mutationFn: (kind: 'docx' | 'pdf') => api.download(`/plans/${plan.id}/${kind}`),
  })
  return (
    <Stack gap="xs">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={downloading.isPending}
            rightSection={<IconChevronDown size={18} aria-hidden />}
          >
            {t('plans.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ways.map(({ to, search, label }) => (
            <PageMenuItem key={to} to={to} search={search}>
              {label}
            </PageMenuItem>
          ))}
          <Menu.Item onClick={() => downloading.mutate('docx')}>{drafts('plans.to-docx')}</Menu.Item>
          <Menu.Item onClick={() => downloading.mutate('pdf')}>{drafts('plans.to-pdf')}</Menu.Item>
          {plan.isAbove || plan.isClosed || !may('plans.write') ? null : (
            <Menu.Item onClick={() => correct(true)}>{t('plans.correct-heading')}</Menu.Item>
          )}
          <Menu.Item onClick={printWhenClosed}>{t('plans.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={downloading.error} />
      {isCorrecting ? <CorrectHeadingDialog plan={plan} onClose={() => correct(false)} /> : null}
    </Stack>
  )
}

/** The menu is gone from the page before it is printed. */
function printWhenClosed(): void {
  setTimeout(() => globalThis.print(), 300)
}
