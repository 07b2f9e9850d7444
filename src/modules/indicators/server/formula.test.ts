import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { randomFormula } from '#test/random-formula.ts'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import type { ChildFormula } from '../shared/definition.ts'
import { standing, tally } from '../shared/evaluate.ts'
import { indicatorEdition, isComputed } from './definitions.ts'
import { childMembers } from './queries-conditions.ts'
import { listChildFacts } from './queries-facts.ts'
import { countMembers } from './queries-members.ts'
import { sql } from 'kysely'

const database = await testDatabase()
const by = newId()
const at = sql`c.commune_id = ${places.dakHa}::uuid`
const periods = ['2026', '2026-H1', '2026-H2', '2025-H2'] as const
const days = ['2026-11-22', '2026-06-30', '2026-02-28', '2025-12-31'] as const

/** Children around every border of the rules: born on ends of months, dead, moved, with and without records. */
const aChild = fc.record({
  born: fc.oneof(
    fc.constantFrom('2025-11-22', '2024-02-29', '2026-08-31', '2021-11-22', '2020-12-31', '2026-11-22'),
    fc.integer({ min: 0, max: 5000 }).map((back) => addDays('2026-11-22', -back)),
  ),
  sex: fc.constantFrom('male' as const, 'female' as const),
  ethnicCode: fc.constantFrom(null, '01', '14', '55'),
  poverty: fc.constantFrom(null, 'none' as const, 'near-poor' as const, 'poor' as const),
  education: fc.constantFrom(null, 'none' as const, 'nursery' as const, 'kindergarten' as const),
  disabled: fc.boolean(),
  special: fc.boolean(),
  left: fc.option(fc.record({ after: fc.nat(900), reason: fc.constantFrom('died', 'moved') })),
  services: fc.uniqueArray(
    fc.record({
      item: fc.constantFrom('IMM-BCG', 'IMM-PENTA', 'BIRTH-REG'),
      dose: fc.constantFrom(1, 2, 3),
      after: fc.nat(500),
    }),
    { maxLength: 4, selector: ({ item, dose }) => `${item} ${item === 'IMM-PENTA' ? dose : ''}` },
  ),
  weighed: fc.uniqueArray(
    fc.record({
      after: fc.oneof(fc.nat(3), fc.nat(1500)),
      kg: fc.constantFrom(null, 2.4, 2.5, 9),
      z: fc.constantFrom(null, -3.2, -2, -1.99, 3.1),
      flags: fc.constantFrom('{}', '{len}', '{wei,len}'),
      classes: fc.constantFrom('{normal}', '{stunting}', '{severe-acute,stunting}'),
    }),
    { maxLength: 3, selector: ({ after }) => after },
  ),
  group: fc.option(
    fc.record({ groupNo: fc.constantFrom(1, 2, 13), from: fc.nat(300), long: fc.option(fc.nat(400)) }),
  ),
  screened: fc.option(fc.record({ after: fc.nat(900), result: fc.constantFrom('clear', 'suspected') })),
})
type Drawn = typeof aChild extends fc.Arbitrary<infer T> ? T : never

async function addRecords(id: string, drawn: Drawn): Promise<void> {
  const { owner } = database
  const day = (after: number) => addDays(drawn.born, after)
  const lft = `(select area_lft from children where id = $1)`
  for (const { item, dose, after } of drawn.services)
    await owner.query(
      `insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
       values ($1, $2, ${lft}, $3, $4, $5, 'done', $6)`,
      [id, newId(), item, item === 'IMM-PENTA' ? dose : null, day(after), by],
    )
  for (const one of drawn.weighed) {
    const measurement = newId()
    await owner.query(
      `insert into growth_measurements (child_id, id, area_lft, measured_on, weight_kg, lenhei_cm, recorded_by)
       values ($1, $2, ${lft}, $3, $4, 60, $5)`,
      [id, measurement, day(one.after), one.kg, by],
    )
    await owner.query(
      `insert into growth_scores (child_id, measurement_id, area_lft, measured_on, age_days, standard_version,
         z_len, z_wei, z_wfl, flags, classes) values ($1, $2, ${lft}, $3, $4, 'test', $5, $5, $5, $6, $7)`,
      [id, measurement, day(one.after), one.after, one.z, one.flags, one.classes],
    )
  }
  if (drawn.group) {
    const { groupNo, from, long } = drawn.group
    await owner.query(
      `insert into children_circumstances (child_id, id, area_lft, group_no, from_day, to_day, source, recorded_by)
       values ($1, $2, ${lft}, $3, $4, $5, 'rà soát', $6)`,
      [id, newId(), groupNo, day(from), long === null ? null : day(from + long), by],
    )
  }
  if (drawn.screened)
    await owner.query(
      `insert into screening_records (child_id, id, area_lft, tool, version, screened_on, age_months, way, informant,
         answers, result, recorded_by)
       values ($1, $2, ${lft}, 'warning-signs', '2254-2021', $3, 1, 'visit', 'mother', '{}', $4, $5)`,
      [id, newId(), day(drawn.screened.after), drawn.screened.result, by],
    )
}

beforeAll(async () => {
  // A fixed seed: the children are the same in every run, the formulas are not.
  for (const drawn of fc.sample(aChild, { numRuns: 120, seed: 1437 })) {
    const { born, left, disabled, special, ...fields } = drawn
    const id = await addChild(database, { ...fields, bornOn: born })
    await database.owner.query(
      `update children set disabled = $2, special_circumstance = $3, left_on = $4, left_reason = $5 where id = $1`,
      [id, disabled, special, left && addDays(born, left.after), left && left.reason],
    )
    await addRecords(id, drawn)
  }
})

async function bySql(formula: ChildFormula, period: string, asOf: string) {
  const [count] = await database.read((db) =>
    countMembers(db, childMembers(formula, at, { period, asOf }), null),
  )
  return { numerator: count?.numerator ?? 0, denominator: count?.denominator ?? 0 }
}

const spanOf = (period: string, asOf: string) => ({
  from: period.endsWith('H2') ? `${period.slice(0, 4)}-07-01` : `${period.slice(0, 4)}-01-01`,
  asOf,
})

describe('a formula by SQL counts what it counts child by child', () => {
  test('for any formula, period and day', async () => {
    const children = await database.read((db) => listChildFacts(db, { id: places.dakHa }))
    expect(children).toHaveLength(120)
    let filled = 0
    await fc.assert(
      fc.asyncProperty(
        randomFormula,
        fc.constantFrom(...periods),
        fc.constantFrom(...days),
        async (formula, period, asOf) => {
          const expected = tally(formula, children, spanOf(period, asOf))
          expect(await bySql(formula, period, asOf)).toEqual(expected)
          if (expected.numerator > 0) filled += 1
        },
      ),
      { numRuns: 400 },
    )
    // Formulas that nobody meets prove little.
    expect(filled).toBeGreaterThan(60)
  })

  test.each(
    indicatorEdition()
      .definitions.filter(isComputed)
      .flatMap(({ code, formula }) =>
        formula.kind === 'share' || formula.kind === 'ratio' || formula.kind === 'count'
          ? [{ code, formula }]
          : [],
      ),
  )('for $code', async ({ formula }) => {
    const children = await database.read((db) => listChildFacts(db, { id: places.dakHa }))
    for (const [period, asOf] of [
      ['2026', '2026-11-22'],
      ['2025-H2', '2025-12-31'],
    ] as const)
      expect(await bySql(formula, period, asOf)).toEqual(tally(formula, children, spanOf(period, asOf)))
  })

  test('who is reached by a share is counted by it', async () => {
    const children = await database.read((db) => listChildFacts(db, { id: places.dakHa }))
    fc.assert(
      fc.property(randomFormula, (formula) => {
        if (formula.kind !== 'share') return
        for (const child of children) {
          const { counted, reached } = standing(formula, child, spanOf('2026', '2026-11-22'))
          expect(reached && !counted).toBe(false)
        }
      }),
    )
  })
})
