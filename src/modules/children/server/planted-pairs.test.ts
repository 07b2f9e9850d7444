import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testDatabase } from '#test/database.ts'
import { plantedRegister, type PlantedChild } from '#test/planted-duplicates.ts'
import { findPairs } from './find-pairs.ts'
import { toNewChild } from './new-child.ts'
import { insertChildren } from './queries-children.ts'

const database = await testDatabase()
/** The whole register of the bar. */
const whole = { children: 100_000, pairs: 3_000, communes: 90, seed: 20_261_123 }
/** As full a commune and the same share of pairs, in a sixth of the time; `PLANTED_REGISTER=whole` takes the whole. */
const fifth = { ...whole, children: 20_000, pairs: 600, communes: 18 }
const size = process.env['PLANTED_REGISTER'] === 'whole' ? whole : fifth
const villagesInCommune = 10

type Commune = { id: string; lft: number; villages: string[] }

/** Communes of the seed with villages of the test's own. */
async function communesWithVillages(): Promise<Commune[]> {
  const { rows } = await database.owner.query<{ id: string; lft: number }>(
    `select id, lft from areas where kind = 'commune' and valid_to is null order by lft limit $1`,
    [size.communes],
  )
  const communes = rows.map((row) => ({
    ...row,
    villages: Array.from({ length: villagesInCommune }, () => newId()),
  }))
  for (const { id, lft, villages } of communes)
    await database.owner.query(
      `insert into areas (id, code, kind, name, full_name, name_folded, parent_id, lft, rgt, valid_from)
       select v, v::text, 'village', 'Thôn', 'Thôn', 'thon', $1, $2, $2, '2025-07-01' from unnest($3::uuid[]) v`,
      [id, lft, villages],
    )
  return communes
}

function toWrite(child: PlantedChild, id: string, commune: Commune) {
  const { fullName, bornOn, bornPrecision = 'day', sex, household, personalId, mother, phone } = child
  const villageId = commune.villages[child.village] ?? null
  const carers =
    mother === null ? [] : [{ id: newId(), fullName: mother, relation: 'mother' as const, phone }]
  const facts = { ethnicCode: null, address: null, poverty: null, education: null }
  const flags = { unnamed: false, disabled: false, specialCircumstance: false }
  return toNewChild(
    {
      ...facts,
      ...flags,
      id,
      communeId: commune.id,
      villageId,
      fullName,
      bornOn,
      bornPrecision,
      sex,
      householdCode: household,
      personalId,
      carers,
    },
    { communeId: commune.id, communeLft: commune.lft, villageId, areaLft: commune.lft },
  )
}

/**
 * The bar: at least .98 of the planted pairs found, and at least .98 of what is found planted. The register is made
 * by `test/planted-duplicates.ts`, which knows nothing of the search.
 */
test(
  'finds the children entered twice, three of a hundred, and not their twins',
  { timeout: 900_000 },
  async () => {
    const { children, pairs } = plantedRegister(size)
    const communes = await communesWithVillages()
    const ids = children.map(() => newId())
    const written = children.flatMap((child, index) => {
      const [commune, id] = [communes[child.commune], ids[index]]
      return commune && id ? [toWrite(child, id, commune)] : []
    })
    for (let from = 0; from < written.length; from += 5_000)
      await database.write((tx) => insertChildren(tx, written.slice(from, from + 5_000)))
    // PostgreSQL gathers these by itself within a minute; without them some communes take far longer.
    await database.owner.query('analyze children, children_carers, children_identifiers')

    const start = performance.now()
    await findPairs({ reading: database.read, writing: database.write })
    const seconds = (performance.now() - start) / 1000
    const { rows } = await database.owner.query<{ a: string; b: string }>(
      'select child_id as a, other_id as b from children_pairs',
    )
    const keyOf = (a: string | undefined, b: string | undefined) => [a, b].sort().join(' ')
    const planted = new Set(pairs.map(([a, b]) => keyOf(ids[a], ids[b])))
    const right = rows.filter(({ a, b }) => planted.has(keyOf(a, b))).length
    const [recall, precision] = [right / planted.size, right / rows.length]
    process.stdout.write(
      `duplicates: ${children.length} children, ${planted.size} planted pairs, ${rows.length} found; ` +
        `recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}, ${seconds.toFixed(1)} s\n`,
    )
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
  },
)
