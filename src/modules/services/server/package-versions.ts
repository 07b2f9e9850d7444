import type { Actor } from '#platform/actor.ts'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { periodOf, periodRange } from '#base/period.ts'
import { sendJob } from '#platform/jobs/jobs.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { PackageItem } from '../shared/contract.ts'
import { changeRefusal, localCode, ownPackageItem, type PackageChange } from '../shared/package-change.ts'
import type {
  ApproveDraft,
  NewDraftInput,
  PackageVersion,
  SaveDraft,
  VersionLine,
  VersionOpened,
  VersionsFound,
} from '../shared/package-versions.ts'
import { servicesProblem } from '../shared/problems.ts'
import { packagesAbove, packagesOf, servicePackage } from './package.ts'
import { insertLocalItems, markRangeStale } from './queries-package.ts'
import {
  approveDraft,
  deleteDraft,
  findVersion,
  insertDraft,
  isDayTaken,
  listVersions,
  nextLocalNumber,
  updateDraft,
} from './queries-versions.ts'

/** A village answers to its commune; a district has ended. */
const withPackages: ReadonlySet<string> = new Set(['nation', 'province', 'commune'])

function lineOf(version: PackageVersion, { actor, today }: { actor: Actor; today: Day }): VersionLine {
  const { changes, preview: _, lft: _lft, rgt: _rgt, ...line } = version
  const begun = version.inForceFrom !== null && version.inForceFrom <= today
  const ended = version.inForceTo !== null && version.inForceTo < today
  return {
    ...line,
    changeCount: changes.length,
    isOwn: version.areaId === actor.area.id,
    isInForce: version.status === 'approved' && begun && !ended,
  }
}

/** A version ends where the next one of the same place begins. */
function withEnds(lines: readonly VersionLine[]): VersionLine[] {
  return lines.map((line) => {
    const followed = lines.some(
      (other) =>
        other.areaId === line.areaId &&
        other.isInForce &&
        (other.inForceFrom ?? '') > (line.inForceFrom ?? ''),
    )
    return followed ? { ...line, isInForce: false } : line
  })
}

/** Versions of the grant's place and of those above and below, and what is in force at it today. */
export async function findVersions({ actor, db, clock }: Reading): Promise<VersionsFound> {
  const { id: areaId, lft, rgt, name, kind } = actor.area
  const today = clock.today()
  const [versions, book] = await Promise.all([listVersions(db, { areaId, lft, rgt }), packagesOf(db)])
  return {
    today,
    areaName: name,
    inForce: book.at(lft, today).pkg.version,
    mayHaveOwn: withPackages.has(kind),
    versions: withEnds(versions.map((one) => lineOf(one, { actor, today }))),
  }
}

/** A draft of another place is not found; an approved version is for all below and above it to read. */
async function getVersion({ actor, db }: { actor: Actor; db: Db }, id: string): Promise<PackageVersion> {
  const version = await findVersion(db, id)
  const { lft, rgt, id: areaId } = actor.area
  const isNear =
    version && ((version.lft <= lft && rgt <= version.rgt) || (version.lft >= lft && version.lft <= rgt))
  if (!version || !isNear || (version.status === 'draft' && version.areaId !== areaId))
    throw servicesProblem('services.version-not-found')
  return version
}

/** The items on which the version of a place rests: those of the levels above it. */
async function itemsAbove(db: Db, { lft, rgt }: PackageVersion, day: Day) {
  return (await packagesAbove(db, { lft, rgt })).at(lft, day)
}

/** With the items of the levels above, on which its changes rest. */
export async function openVersion(context: Reading, id: string): Promise<VersionOpened> {
  const { actor, db, clock } = context
  const version = await getVersion(context, id)
  const above = await itemsAbove(db, version, version.inForceFrom ?? clock.today())
  const { lft: _lft, rgt: _rgt, ...shown } = version
  return {
    version: shown,
    isOwn: version.areaId === actor.area.id,
    above: above.pkg.items.filter(({ audience }) => audience !== 'pregnant-woman'),
    aboveVersion: above.pkg.version,
  }
}

/** Starts with what the place has in force, so that a new version changes the one before it. */
export async function startDraft(context: Writing, { id, name }: NewDraftInput): Promise<PackageVersion> {
  const { actor, tx, clock } = context
  const { area } = actor
  if (!withPackages.has(area.kind)) throw servicesProblem('services.version-no-package')
  const known = await findVersion(tx, id)
  if (known && known.areaId === area.id) return known
  const own = (await listVersions(tx, { ...area, areaId: area.id })).filter((one) => one.areaId === area.id)
  if (known || own.some(({ status }) => status === 'draft'))
    throw servicesProblem('services.version-one-draft')
  const today = clock.today()
  const before = own
    .filter(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= today)
    .toSorted((a, b) => ((a.inForceFrom ?? '') < (b.inForceFrom ?? '') ? 1 : -1))[0]
  await insertDraft(tx, { id, areaId: area.id, name, changes: before?.changes ?? [], by: actor.accountId })
  await audit(tx, actor, 'services.package-drafted', id, { after: { name } })
  return getVersion({ actor, db: tx }, id)
}

async function getDraft(context: Writing, id: string): Promise<PackageVersion> {
  const version = await getVersion({ actor: context.actor, db: context.tx }, id)
  if (version.areaId !== context.actor.area.id) throw servicesProblem('services.version-not-found')
  if (version.status !== 'draft') throw servicesProblem('services.version-approved')
  return version
}

function checkChanges(above: ReadonlyMap<string, PackageItem>, changes: readonly PackageChange[]): void {
  for (const change of changes) {
    const refusal = changeRefusal(above, change)
    const code = change.kind === 'add' ? '' : change.code
    const name = change.kind === 'add' ? change.item.name.vi : (above.get(code)?.name.vi ?? code)
    if (refusal) throw servicesProblem(refusal, { name })
  }
}

async function numbered(tx: Tx, changes: readonly PackageChange[]): Promise<PackageChange[]> {
  const all: PackageChange[] = []
  for (const change of changes) {
    if (change.kind !== 'add' || change.item.number !== null) all.push(change)
    else all.push({ kind: 'add', item: { ...change.item, number: await nextLocalNumber(tx) } })
  }
  return all
}

/** Numbers are given here only: a number of another place's item would mix up two services. */
function checkNumbers(before: readonly PackageChange[], after: readonly PackageChange[]): void {
  const numbers = (changes: readonly PackageChange[]) =>
    changes.flatMap((change) =>
      change.kind === 'add' && change.item.number !== null ? [change.item.number] : [],
    )
  const known = new Set(numbers(before))
  const used = numbers(after)
  if (used.some((number) => !known.has(number)) || new Set(used).size !== used.length)
    throw servicesProblem('services.unknown-item')
}

/** Only over the version the person saw; own items get their numbers here and keep them. */
export async function saveDraft(context: Writing, id: string, input: SaveDraft): Promise<PackageVersion> {
  const { actor, tx, clock } = context
  const draft = await getDraft(context, id)
  checkNumbers(draft.changes, input.changes)
  checkChanges((await itemsAbove(tx, draft, clock.today())).byCode, input.changes)
  const changes = await numbered(tx, input.changes)
  if (!(await updateDraft(tx, { id, version: input.version }, { name: input.name, changes })))
    throw servicesProblem('services.version-changed')
  await audit(tx, actor, 'services.package-edited', id, { after: { changes: changes.length } })
  return getVersion({ actor, db: tx }, id)
}

/** Drafts alone: what was approved stays readable for ever. */
export async function dropDraft(context: Writing, id: string): Promise<{ id: string }> {
  await getDraft(context, id)
  await deleteDraft(context.tx, id)
  await audit(context.tx, context.actor, 'services.package-dropped', id)
  return { id }
}

/**
 * Puts a draft into force. Not earlier than the half-year that runs: figures of closed periods stay what they were
 * (docs/decisions/0004-coverage-rule.md). Every child of the place is looked at again by the drain.
 */
export async function approveVersion(
  context: Writing,
  id: string,
  { version, ...decision }: ApproveDraft,
): Promise<PackageVersion> {
  const { actor, tx, clock } = context
  const draft = await getDraft(context, id)
  const today = clock.today()
  const first = periodRange(periodOf(today, 'half')).from
  if (decision.inForceFrom < first) throw servicesProblem('services.version-too-early', { from: first })
  if (decision.decidedOn > today) throw servicesProblem('services.version-decided-later')
  if (decision.inForceTo !== null && decision.inForceTo < decision.inForceFrom)
    throw servicesProblem('services.version-days')
  if (await isDayTaken(tx, draft.areaId, decision.inForceFrom))
    throw servicesProblem('services.version-day-taken')
  checkChanges((await itemsAbove(tx, draft, decision.inForceFrom)).byCode, draft.changes)
  const approved = { ...decision, by: actor.accountId, at: clock.now().toISOString() }
  if (!(await approveDraft(tx, { id, version }, approved))) throw servicesProblem('services.version-changed')
  const items = draft.changes.flatMap((change) => (change.kind === 'add' ? ownPackageItem(change.item) : []))
  await insertLocalItems(tx, items, servicePackage().version)
  await markRangeStale(tx, draft)
  await audit(tx, actor, 'services.package-approved', id, {
    after: { ...decision, items: items.map(({ number }) => localCode(number)) },
  })
  return getVersion({ actor, db: tx }, id)
}

/** Counted by a job: a province has a hundred thousand children. */
export async function askPreview(context: Writing, id: string): Promise<{ asked: boolean }> {
  const { lft, rgt, version } = await getDraft(context, id)
  await sendJob(context.tx, 'services.preview-package', { versionId: id, version, lft, rgt })
  return { asked: true }
}
