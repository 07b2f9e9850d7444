import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { OfficialDocument } from '#platform/documents/tree.ts'
import type { DraftContent, IssueDraft } from '../shared/drafting.ts'
import type { FiledPlan } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { getPlan } from './commands.ts'
import { documentLines } from './document-lines.ts'
import { getStoredDraft, refuseIssued } from './drafts.ts'
import { filePlan } from './file-plan.ts'
import { tieToParent } from './library-entries.ts'
import { planDocument } from './plan-document.ts'
import { markIssued, saveOrigins } from './queries-drafts.ts'

/** The signed plan: with number, day and signer the draft becomes a filed plan below the one it carries out. */
export async function issueDraft(context: Writing, id: string, input: IssueDraft): Promise<FiledPlan> {
  const { actor, tx, clock } = context
  const draft = await getStoredDraft(tx, actor, id)
  if (draft.issuedPlanId === input.planId) return getPlan(tx, actor, input.planId)
  refuseIssued(draft)
  if (input.date > clock.today()) throw plansProblem('plans.issued-in-future')
  const reading = signed(draft.content.reading, input)
  const plan = await filePlan(context, {
    ...{ id: input.planId, areaId: draft.areaId, sourceName: null, reading },
    sourceText: documentLines(planDocument(reading, Number(input.date.slice(0, 4)))),
    links: draft.content.links,
    confirmedEmpty: reading.issuer === null ? ['issuer'] : [],
  })
  if (draft.parentId !== null) await tieToParent(tx, plan.id, draft.parentId)
  await keepOrigins(context, plan, draft.content)
  if (!(await markIssued(tx, { id, version: input.version }, plan.id)))
    throw plansProblem('plans.draft-changed')
  await audit(tx, actor, 'plans.draft-issued', id, { after: { planId: plan.id, number: input.number } })
  return getPlan(tx, actor, plan.id)
}

function signed(
  reading: DraftContent['reading'],
  { number, date, signer }: IssueDraft,
): DraftContent['reading'] {
  const signature = { prefix: 'TM.', position: 'Chủ tịch', ...reading.signature, name: signer }
  return { ...reading, number, date, signature, warnings: [] }
}

async function keepOrigins({ tx }: Writing, plan: FiledPlan, content: DraftContent): Promise<void> {
  const tops = plan.tasks.filter(({ parentId }) => parentId === null)
  await saveOrigins(tx, plan.id, {
    targets: plan.targets.map((target, index) => ({
      id: target.id,
      originId: content.targetOrigins[index] ?? null,
    })),
    tasks: tops.map((task, index) => ({ id: task.id, originId: content.taskOrigins[index] ?? null })),
  })
}

/** The draft as an official document, with empty places for number, day and signer. */
export async function draftDocument({ db, actor, clock }: Reading, id: string): Promise<OfficialDocument> {
  const { content } = await getStoredDraft(db, actor, id)
  return planDocument(content.reading, Number(clock.today().slice(0, 4)))
}

/** A filed plan as an official document. */
export async function filedDocument(
  { db, actor, clock }: Reading,
  planId: string,
): Promise<OfficialDocument> {
  const plan = await getPlan(db, actor, planId)
  return planDocument(plan.reading, Number((plan.date ?? clock.today()).slice(0, 4)))
}
