import type { Day } from '#base/day.ts'
import type { Reading } from '#platform/http/route.ts'
import { periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { listRecords, packagesOf, placeChildren, toKnownChild } from '#modules/services/server/public.ts'
import { doseName } from '#modules/services/shared/child-services.ts'
import { Education, type PackageItem, type ServiceRecord } from '#modules/services/shared/contract.ts'
import { type Coverage, coverage } from '#modules/services/shared/coverage.ts'
import type { PackageInForce } from '#modules/services/shared/package-book.ts'
import { missingServices } from '#modules/services/shared/unreached.ts'
import type { ChildBehind, ChildrenBehind, ChildrenBehindReply, Reason } from '../shared/contract.ts'
import type { ChildFacts, Span } from '../shared/child-facts.ts'
import { type ChildFormula, type CoverageKey, isChildFormula, isOfUnits } from '../shared/definition.ts'
import { failing } from '../shared/evaluate.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { isComputed } from './definitions.ts'
import { getDefinitionFor } from './own-indicators.ts'
import { freshnessOf, getPlace, getWhen, toPlace } from './place.ts'
import { type BehindRow, countBehind, listBehind } from './queries-behind.ts'
import { listFactsOf } from './queries-facts.ts'
import { type At, type MemberFormula, members, type When } from './queries-members.ts'
import { groupingOf, isAnswerable } from './values.ts'

type Lacking = { item: PackageItem; dose: number | null; to: Day }

function toReason({ item, dose, to: until }: Lacking): Reason {
  const { code: itemCode, domain } = item
  return { kind: 'service', domain, itemCode, name: doseName(item, dose), dose, until, declined: false }
}

/** What keeps a child from being reached, in all domains or in one. */
function coverageReasons({ pkg, byCode }: PackageInForce, of: Coverage, key: CoverageKey): Reason[] {
  return missingServices(pkg, of)
    .filter(({ domain }) => key === 'all' || domain === key)
    .flatMap(({ itemCode, dose, to }) => {
      const item = byCode.get(itemCode)
      return item ? [toReason({ item, dose, to })] : []
    })
}

/** The lines of the formula that do not hold for the child. */
function conditionReasons(formula: ChildFormula, child: ChildFacts, span: Span): Reason[] {
  if (formula.kind !== 'share') return []
  const education = Education.nullable().catch(null).parse(child.education)
  return failing(formula.reached, { child, span, who: formula.of.who }).map((line) => ({
    kind: 'condition',
    line,
    education,
  }))
}

type Known = {
  inForce: PackageInForce
  covered: () => Coverage
  facts: ChildFacts | undefined
  span: Span
}

function reasonsOf(formula: MemberFormula, { inForce, covered, facts, span }: Known): Reason[] {
  switch (formula.kind) {
    case 'coverage':
      return coverageReasons(inForce, covered(), formula.key)
    case 'item': {
      const item = inForce.byCode.get(formula.itemCode)
      const missing = covered().missing.filter(({ itemCode }) => itemCode === formula.itemCode)
      return item ? missing.map(({ dose, to }) => toReason({ item, dose, to })) : []
    }
    default:
      return facts ? conditionReasons(formula, facts, span) : []
  }
}

/**
 * A service counts as due before its deadline only when it was answered (0004-coverage-rule.md, 2): then it was
 * refused or not to be given. What is given once or by dose is looked up.
 */
function isDeclined(
  reason: Extract<Reason, { kind: 'service' }>,
  records: readonly ServiceRecord[],
  asOf: Day,
) {
  const { itemCode, dose, until } = reason
  const answers = records.filter((record) => record.itemCode === itemCode && record.dose === dose)
  if (answers.every(({ answer }) => answer === 'done')) return false
  return answers.every(({ answer }) => answer !== 'done') || (until !== null && until > asOf)
}

/**
 * The reasons are found by the rule itself, for the children of the page only: with the package in force at the child's
 * place on the last day that is counted, as the status rows are.
 */
async function explain(
  db: Db,
  formula: MemberFormula,
  rows: BehindRow[],
  when: When,
): Promise<ChildBehind[]> {
  const book = await packagesOf(db)
  const missing = rows.filter(({ reached }) => !reached).map(({ id }) => id)
  const records = await listRecords(db, missing)
  const facts = isChildFormula(formula) ? await listFactsOf(db, missing) : new Map<string, ChildFacts>()
  const range = { ...periodRange(when.period), asOf: when.asOf }
  const lastDay = range.to < range.asOf ? range.to : range.asOf
  const placed = await placeChildren(db, rows.map(toKnownChild), when.asOf)
  const childOf = new Map(placed.map((child) => [child.id, child]))
  return rows.flatMap((row) => {
    const child = childOf.get(row.id)
    if (!child) return []
    const inForce = book.at(child.areaLft, lastDay)
    const given = records.get(row.id) ?? []
    const covered = () => coverage(inForce.pkg, child, given, range)
    const reasons = () =>
      reasonsOf(formula, { inForce, covered, facts: facts.get(row.id), span: range }).map((reason) =>
        reason.kind === 'service' ? { ...reason, declined: isDeclined(reason, given, when.asOf) } : reason,
      )
    return {
      childId: row.id,
      fullName: row.full_name,
      bornOn: child.bornOn,
      sex: child.sex,
      villageName: row.village_name,
      reached: row.reached,
      reasons: row.reached ? [] : reasons(),
    }
  })
}

/** The formula of an indicator with children behind it. */
async function getFormula(
  db: Db,
  code: string,
  { area, when }: { area: At; when: When },
): Promise<MemberFormula> {
  const definition = await getDefinitionFor(db, code, { area, day: when.asOf })
  if (!isComputed(definition) || !isAnswerable(definition, when))
    throw indicatorsProblem('indicators.not-computed')
  const { formula } = definition
  if (isOfUnits(formula)) throw indicatorsProblem('indicators.of-units')
  return formula
}

const reachedOf = { missing: false, reached: true, all: null } as const

/** The list behind a number, a page at a time, with what each child lacks. */
export async function findChildrenBehind(
  { actor, db, clock }: Reading,
  asked: ChildrenBehind,
): Promise<ChildrenBehindReply> {
  const area = await getPlace({ actor, db }, asked.areaId)
  const when = getWhen(clock, asked.period)
  const formula = await getFormula(db, asked.code, { area, when })
  const grouping = groupingOf(asked.by, area)
  if ((grouping === null) !== (asked.key === undefined)) throw indicatorsProblem('indicators.group-unknown')
  const group = grouping && asked.key !== undefined ? { grouping, key: asked.key } : null
  const member = members(formula, area, when)
  const { limit } = asked
  const reached = reachedOf[asked.which]
  const rows = await listBehind(db, { member, group, reached, after: asked.after ?? null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    ...(await freshnessOf(db, area, when, clock)),
    area: toPlace(area),
    period: when.period,
    code: asked.code,
    counts: await countBehind(db, { member, group }),
    children: await explain(db, formula, shown, when),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}
