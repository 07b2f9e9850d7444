import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { listGrantsOn } from '#modules/accounts/server/queries.ts'
import { standardRoles } from '#modules/accounts/server/standard-roles.ts'
import { may } from '#modules/accounts/shared/access.ts'
import { Capability } from '#modules/accounts/shared/roles.ts'
import { findChild } from '#modules/children/server/queries-children.ts'
import { everywhere, type Range } from '#platform/db/types.ts'
import { testDatabase } from './database.ts'
import { actorOf, capabilitiesOf, people } from './people.ts'
import { addPlacedChildren, grantPlaces } from './placed-children.ts'

const database = await testDatabase()

const children = await addPlacedChildren(database)
const areas = new Map<string, Range>()
for (const areaId of grantPlaces)
  areas.set(areaId, (await actorOf(database, { ...people.thuProvinceOfficer, areaId })).area)

const first = '2026-01-01'
const anyGrant = fc.record({
  role: fc.constantFrom(...standardRoles().roles.map(({ key }) => key)),
  areaId: fc.constantFrom(...grantPlaces),
  from: fc.integer({ min: 0, max: 60 }),
  days: fc.option(fc.integer({ min: 0, max: 90 })),
  isEnded: fc.constantFrom(false, false, false, true),
})
type AnyGrant = typeof anyGrant extends fc.Arbitrary<infer Value> ? Value : never

/** Stores the grant of one person, who has no other. */
async function store({ role, areaId, from, days, isEnded }: AnyGrant) {
  const { id: personId } = people.minhViewer
  const validFrom = addDays(first, from)
  const validTo = days === null ? null : addDays(validFrom, days)
  await database.owner.query('delete from accounts_grants where person_id = $1', [personId])
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from, valid_to, ended_at, ended_by)
     select $1, $2, $3, id, lft, $5, $6, $7, $8 from areas where id = $4`,
    [newId(), personId, role, areaId, validFrom, validTo, isEnded ? first : null, isEnded ? personId : null],
  )
  return { personId, validFrom, validTo }
}

test('may(), the filter in SQL and row-level security say the same of random grants, places and days', async () => {
  const asked = fc.record({
    capability: fc.oneof(
      fc.constantFrom('areas.read' as const, 'children.read' as const),
      fc.constantFrom(...Capability.options),
    ),
    child: fc.constantFrom(...children),
    day: fc.integer({ min: 0, max: 130 }).map((offset) => addDays(first, offset)),
  })
  let allowed = 0
  await fc.assert(
    fc.asyncProperty(anyGrant, asked, async (grant, { capability, child, day }) => {
      const { personId, validFrom, validTo } = await store(grant)
      const area = areas.get(grant.areaId) ?? everywhere
      const holder = { capabilities: new Set<string>(capabilitiesOf(grant.role)), area, validFrom, validTo }
      const [stored] = await database.read((db) => listGrantsOn(db, personId, day))
      const holds = stored?.capabilities.includes(capability) ?? false
      const byFilter = stored && (await database.read((db) => findChild(db, child.id, stored)))
      const byRows = stored && (await database.read((db) => findChild(db, child.id), stored))
      // A grant that was ended is not there at all: nobody can ask by it.
      const said = !grant.isEnded && may(holder, capability, child, day)
      expect(holds && byFilter !== undefined).toBe(said)
      expect(holds && byRows !== undefined).toBe(said)
      if (said) allowed += 1
    }),
    { numRuns: 400, seed: 1437 },
  )
  // Not all of one kind: else agreeing would prove little.
  expect(allowed).toBeGreaterThan(20)
})
