import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { findArea, getArea } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import { standingOfBases } from '#modules/library/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { comparePlans, type Comparison } from '../shared/compare-plans.ts'
import { basesWarnings, composerWarnings } from '../shared/composer-warnings.ts'
import type { PlanReading, PlanWarning } from '../shared/contract.ts'
import {
  type About,
  blankContent,
  contentFromEarlier,
  contentFromParent,
  contentFromTemplate,
} from '../shared/derive.ts'
import type { DraftContent, PlanDraft, SaveDraft, StartDraft } from '../shared/drafting.ts'
import type { FiledPlan } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { readPlan } from '../shared/read-plan.ts'
import { getOwnPlan, getPlan } from './commands.ts'
import { documentLines } from './document-lines.ts'
import { planDocument } from './plan-document.ts'
import { findParentId } from './queries-cascade.ts'
import { findPlanSeen } from './queries.ts'
import {
  deleteDraft,
  findDraft,
  findOrigins,
  findShares,
  insertDraft,
  saveDraftContent,
  type StoredDraft,
} from './queries-drafts.ts'
import { findTemplate } from './templates.ts'

/** A draft in the actor's area: one elsewhere and one that does not exist look the same. */
export async function getStoredDraft(db: Db, actor: Actor, id: string): Promise<StoredDraft> {
  const draft = await findDraft(db, id, actor.area)
  if (!draft) throw plansProblem('plans.draft-not-found')
  return draft
}

/** A draft with what is not yet right in it and where it stands against the plan above. */
export async function getDraft({ db, actor, clock }: Reading, id: string): Promise<PlanDraft> {
  const draft = await getStoredDraft(db, actor, id)
  const { reading } = draft.content
  const today = clock.today()
  const told = readPlan(documentLines(planDocument(reading, Number(today.slice(0, 4)))))
  const comparison = await compareDraft(db, actor, draft)
  const bases = await standingOfBases(db, reading.bases, today)
  const warnings = composerWarnings({ reading, told, comparison, bases, today })
  return { ...draft, comparison, warnings }
}

function compareDraft(db: Db, actor: Actor, { content, parentId, areaId }: StoredDraft) {
  return compareWith(db, actor, { ...content, parentId, areaId })
}

/** A filed plan against the plan above it; null when there is none or it is not seen. */
export async function getComparison({ db, actor }: Reading, planId: string): Promise<Comparison | null> {
  const { areaId, reading, targets, tasks } = await getPlan(db, actor, planId)
  const now = { ...reading, targets, tasks: tasks.filter((task) => task.parentId === null) }
  const origins = await findOrigins(db, planId)
  return compareWith(db, actor, {
    ...origins,
    reading: now,
    areaId,
    parentId: await findParentId(db, planId),
  })
}

/** Bases of a filed plan that no longer hold today. */
export async function warnOfBases({ db, actor, clock }: Reading, planId: string): Promise<PlanWarning[]> {
  const { bases } = (await getPlan(db, actor, planId)).reading
  return basesWarnings(bases, await standingOfBases(db, bases, clock.today()))
}

type Compared = Pick<StoredDraft, 'parentId' | 'areaId'> &
  Pick<DraftContent, 'targetOrigins' | 'taskOrigins'> & {
    reading: Pick<PlanReading, 'targets' | 'period'> & { tasks: readonly { title: string }[] }
  }

async function compareWith(db: Db, actor: Actor, compared: Compared): Promise<Comparison | null> {
  const parent = compared.parentId ? await findPlanSeen(db, compared.parentId, actor.area) : undefined
  if (!parent) return null
  const { reading, targetOrigins, taskOrigins } = compared
  const shares = await findShares(db, parent.id, compared.areaId)
  return comparePlans(
    { ...parent, shares },
    {
      targets: reading.targets.map((target, index) => ({
        ...target,
        originId: targetOrigins[index] ?? null,
      })),
      tasks: reading.tasks.map(({ title }, index) => ({ title, originId: taskOrigins[index] ?? null })),
      period: reading.period,
    },
  )
}

/** Starts a plan from the plan above, the unit's earlier plan, a template or nothing; sent twice it starts once. */
export async function startDraft(context: Writing, input: StartDraft): Promise<PlanDraft> {
  const { actor, tx, clock } = context
  if (!(await findDraft(tx, input.id, actor.area))) {
    const area = await getArea(tx, input.areaId ?? actor.area.id)
    if (!isWithin(area, actor.area)) throw plansProblem('plans.outside-area')
    const parent = input.parentId ? await getPlan(tx, actor, input.parentId) : undefined
    const content = await firstContent(context, input, { area, parent })
    await insertDraft(tx, {
      ...{ id: input.id, areaId: area.id, areaLft: area.lft, source: input.source },
      ...{ parentId: parent?.id ?? null, content },
      ...{ by: actor.accountId, at: clock.now().toISOString() },
    })
    await audit(tx, actor, 'plans.draft-started', input.id, { after: { source: input.source } })
  }
  return getDraft({ ...context, db: tx }, input.id)
}

type Ground = { area: Area; parent: FiledPlan | undefined }

async function firstContent(
  { actor, tx }: Writing,
  input: StartDraft,
  { area, parent }: Ground,
): Promise<DraftContent> {
  const about = { area, above: await unitAbove(tx, area), period: input.period }
  switch (input.source) {
    case 'parent':
      if (!parent) throw plansProblem('plans.draft-parent-needed')
      return contentFromParent(parent, { ...about, shares: await findShares(tx, parent.id, area.id) })
    case 'last-year':
      return fromEarlier({ actor, tx }, input.earlierId, about)
    case 'template':
      return fromTemplate(input.templateCode, about)
    case 'blank':
      return blankContent(about)
  }
}

async function fromEarlier(
  { actor, tx }: Pick<Writing, 'actor' | 'tx'>,
  earlierId: string | null,
  about: About,
): Promise<DraftContent> {
  if (earlierId === null) throw plansProblem('plans.draft-earlier-needed')
  const earlier = await getOwnPlan(tx, actor, earlierId)
  return contentFromEarlier(earlier, about, await findOrigins(tx, earlierId))
}

async function fromTemplate(code: string | null, about: About): Promise<DraftContent> {
  const template = code === null ? undefined : await findTemplate(code)
  if (!template) throw plansProblem('plans.template-unknown')
  const { code: _code, name: _name, ...content } = template
  return contentFromTemplate(content, about)
}

/** The province of a commune; the nation stands above nobody's recipients. */
async function unitAbove(db: Db, area: Area): Promise<Area | undefined> {
  const above = area.parentId === null ? undefined : await findArea(db, area.parentId)
  return above && above.kind !== 'nation' ? above : undefined
}

/** Two who edit at once never overwrite each other: the second is told, and keeps what was typed. */
export async function saveDraft(context: Writing, id: string, input: SaveDraft): Promise<PlanDraft> {
  const { actor, tx, clock } = context
  const draft = await getStoredDraft(tx, actor, id)
  refuseIssued(draft)
  refuseUneven(input.content)
  const by = { by: actor.accountId, at: clock.now().toISOString() }
  if (!(await saveDraftContent(tx, { id, ...input, ...by }))) throw plansProblem('plans.draft-changed')
  await audit(tx, actor, 'plans.draft-saved', id, { after: { version: input.version + 1 } })
  return getDraft({ ...context, db: tx }, id)
}

/** For good; an issued draft stays, because its plan was made from it. */
export async function discardDraft({ actor, tx }: Writing, id: string): Promise<{ ok: true }> {
  const draft = await getStoredDraft(tx, actor, id)
  refuseIssued(draft)
  await deleteDraft(tx, id)
  await audit(tx, actor, 'plans.draft-discarded', id)
  return { ok: true }
}

/** What was issued is a plan and changes only there. */
export function refuseIssued(draft: StoredDraft): void {
  if (draft.issuedPlanId !== null) throw plansProblem('plans.draft-issued')
}

function refuseUneven({ reading, links, targetOrigins, taskOrigins }: DraftContent): void {
  const { targets, tasks } = reading
  if (
    links.length !== targets.length ||
    targetOrigins.length !== targets.length ||
    taskOrigins.length !== tasks.length
  )
    throw plansProblem('plans.links-differ')
}
