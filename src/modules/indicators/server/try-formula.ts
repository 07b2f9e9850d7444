import { periodRange } from '#base/period.ts'
import type { Reading } from '#platform/http/route.ts'
import type { ChildFacts, Span } from '../shared/child-facts.ts'
import type { OwnFormula, SampleChild, Trial, TryFormula } from '../shared/contract-own.ts'
import { failing, isThere, standing } from '../shared/evaluate.ts'
import { getPlace, getWhen, toPlace } from './place.ts'
import { listFactsOf } from './queries-facts.ts'
import { countMembers, members } from './queries-members.ts'
import { listSample, type SampleRow } from './queries-sample.ts'

/** So many children are shown on either side: enough to see a slip, few enough to be looked at. */
const shownOnEachSide = 10

function toSample(
  { id, fullName }: SampleRow,
  facts: ChildFacts,
  { formula, span }: { formula: OwnFormula; span: Span },
): SampleChild {
  const { who, where } = formula.of
  const { counted, reached } = standing(formula, facts, span)
  const asked = { child: facts, span, who }
  const outside = failing(where, asked)
  const short = formula.kind === 'share' ? failing(formula.reached, asked) : []
  return {
    childId: id,
    fullName,
    bornOn: facts.bornOn,
    counted: formula.kind === 'count' ? reached : counted,
    reached,
    elsewhere: !isThere(who, facts, span),
    failing: outside.length > 0 ? outside : short,
  }
}

/**
 * What a formula says of a place before anybody keeps it: the figure by SQL, as it will be shown, and children on both
 * sides with the reason by the pure rule.
 */
export async function tryFormula(context: Reading, { areaId, period, formula }: TryFormula): Promise<Trial> {
  const { db, clock } = context
  const area = await getPlace(context, areaId)
  const when = getWhen(clock, period)
  const span = { from: periodRange(when.period).from, asOf: when.asOf }
  const member = members(formula, area, when)
  const [count] = await countMembers(db, member, null)
  const inside = await listSample(db, { member, at: area, isInside: true, limit: shownOnEachSide })
  const outside = await listSample(db, { member, at: area, isInside: false, limit: shownOnEachSide })
  const facts = await listFactsOf(
    db,
    [...inside, ...outside].map(({ id }) => id),
  )
  const samples = (rows: SampleRow[]) =>
    rows.flatMap((row) => {
      const known = facts.get(row.id)
      return known ? [toSample(row, known, { formula, span })] : []
    })
  return {
    area: toPlace(area),
    ...when,
    numerator: count?.numerator ?? 0,
    denominator: count?.denominator ?? 0,
    inside: samples(inside),
    outside: samples(outside),
  }
}
