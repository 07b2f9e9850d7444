import { Anchor, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ComponentType } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { PlanDraft } from '../../shared/drafting.ts'
import { type DraftPart, draftParts } from '../../shared/merge-drafts.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { DraftActions, SaveBar } from '../components/draft-actions.tsx'
import {
  BasesPart,
  FundingPart,
  GroupsPart,
  HeadingPart,
  ObjectivePart,
  RecipientsPart,
} from '../components/draft-heading.tsx'
import {
  AssignmentsPart,
  DeadlinesPart,
  type PartProps,
  TargetsPart,
  TasksPart,
} from '../components/draft-parts.tsx'
import { type Editing, openDraft } from '../components/draft-state.ts'
import { PlanComparison } from '../components/plan-comparison.tsx'
import { WarningList } from '../components/warning-list.tsx'
import { draftQuery } from '../requests-drafts.ts'
import '../plans.css'

const parts: Record<DraftPart, ComponentType<PartProps>> = {
  heading: HeadingPart,
  bases: BasesPart,
  objective: ObjectivePart,
  groups: GroupsPart,
  targets: TargetsPart,
  tasks: TasksPart,
  assignments: AssignmentsPart,
  deadlines: DeadlinesPart,
  funding: FundingPart,
  recipients: RecipientsPart,
}

/** A plan that is being written, part by part as it will be printed. */
export function Page() {
  const t = useMessages(plansMessages)
  const drafts = useMessages(draftMessages)
  const { draftId } = usePageParams(z.object({ draftId: Id }))
  const { data: draft, error } = useQuery(draftQuery(draftId))
  const back = { to: '/plans', label: t('plans.list') }
  if (!draft)
    return (
      <>
        <PageHead title={drafts('plans.write')} back={back} />
        {error ? <ProblemNote problem={error} /> : <Loading />}
      </>
    )
  const lead = drafts('plans.draft-lead', { area: draft.areaName, version: draft.version })
  return (
    <>
      <PageHead title={draft.title} lead={lead} back={back} />
      {draft.issuedPlanId === null ? (
        <Editor key={draft.id} draft={draft} />
      ) : (
        <Text>
          {drafts('plans.issued-already')}{' '}
          <PageLink to={`/plans/${draft.issuedPlanId}`}>{drafts('plans.issued-open')}</PageLink>
        </Text>
      )}
    </>
  )
}

function Editor({ draft }: { draft: PlanDraft }) {
  const t = useMessages(draftMessages)
  const [editing, edit] = useState<Editing>(() => openDraft(draft))
  const { warnings, comparison } = editing.opened
  return (
    <Stack gap="xl" maw={960}>
      <DraftActions editing={editing} />
      <Parts />
      <WarningList warnings={warnings} />
      {comparison ? (
        <PageSection id="comparison" title={t('plans.compare')} size="h3">
          <PlanComparison comparison={comparison} />
        </PageSection>
      ) : null}
      {draftParts.map((part) => {
        const Part = parts[part]
        return (
          <PageSection key={part} id={part} title={t(`plans.part-${part}`)} size="h3">
            <Part content={editing.content} onChange={(content) => edit({ ...editing, content })} />
          </PageSection>
        )
      })}
      <SaveBar editing={editing} onChange={edit} />
    </Stack>
  )
}

/** A draft of a province is many screens long. */
function Parts() {
  const t = useMessages(draftMessages)
  return (
    <nav aria-label={t('plans.parts')} className="no-print">
      <ul className="plans-parts">
        {draftParts.map((part) => (
          <li key={part}>
            <Anchor href={`#${part}`}>{t(`plans.part-${part}`)}</Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
