import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { OrganisationKind, Sector, type UsualSet } from '../shared/contract.ts'
import { organisationsProblem } from '../shared/problems.ts'
import { nameInPlace } from '../shared/rules.ts'
import { getPlace } from './place.ts'
import { insertOrganisations, insertSuccessions, listTemplated } from './queries.ts'
import { listAreasOfKinds } from './queries-places.ts'

/** Versions of the set are files named by month; the newest is in force. */
const folder = join(import.meta.dirname, '../../../../db/reference/agencies')

const Level = z.enum(['nation', 'province', 'district', 'commune'])

const Agency = z.object({
  level: Level,
  code: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: OrganisationKind,
  sector: Sector,
  /** Code of the body above it in the same place. */
  parent: z.string().nullable(),
  from: Day.nullable(),
  fromCertain: z.boolean(),
  to: Day.nullable(),
  toCertain: z.boolean(),
  source: z.string().nullable(),
})

const Succession = z.object({
  level: Level,
  from: z.string(),
  to: z.string(),
  on: Day,
  certain: z.boolean(),
  duty: z.string(),
  source: z.string(),
})

const AgencyFile = z.object({
  version: z.string(),
  compiledOn: Day,
  sources: z.array(z.string()),
  agencies: z.array(Agency),
  successions: z.array(Succession),
})
export type AgencyFile = z.infer<typeof AgencyFile>

let loaded: AgencyFile | undefined

/** The usual set in force, read once. */
export function usualAgencies(): AgencyFile {
  if (loaded) return loaded
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  if (!newest) throw new Error('no set of agencies among the reference data')
  loaded = AgencyFile.parse(JSON.parse(readFileSync(join(folder, newest), 'utf8')))
  return loaded
}

type Place = Pick<Area, 'id' | 'kind' | 'name' | 'lft'>

/** Makes what is missing of the set in the places, parents before children; returns how many were made. */
async function makeSets(tx: Tx, places: readonly Place[], by: string): Promise<number> {
  const { agencies, successions } = usualAgencies()
  const ids = await listTemplated(
    tx,
    places.map(({ id }) => id),
  )
  const wanted = places.flatMap((place) =>
    agencies.filter(({ level }) => level === place.kind).map((agency) => ({ place, agency })),
  )
  const missing = wanted.filter(({ place, agency }) => !ids.has(`${place.id} ${agency.code}`))
  for (const { place, agency } of missing) ids.set(`${place.id} ${agency.code}`, newId())
  const idOf = (place: Place, code: string) => ids.get(`${place.id} ${code}`) ?? ''

  await insertOrganisations(
    tx,
    missing.map(({ place, agency }) => ({
      id: idOf(place, agency.code),
      templateCode: agency.code,
      areaId: place.id,
      areaLft: place.lft,
      name: nameInPlace(agency.name, place.name),
      shortName: agency.shortName === null ? null : nameInPlace(agency.shortName, place.name),
      kind: agency.kind,
      sector: agency.sector,
      parentId: agency.parent === null ? null : idOf(place, agency.parent),
      ...{ validFrom: agency.from, fromCertain: agency.fromCertain, phone: null },
      ...{ validTo: agency.to, toCertain: agency.toCertain, source: agency.source },
    })),
    by,
  )
  const made = new Set(missing.map(({ place, agency }) => idOf(place, agency.code)))
  await insertSuccessions(
    tx,
    places.flatMap((place) =>
      successions
        .filter(
          ({ level, from, to }) =>
            level === place.kind && [from, to].some((code) => made.has(idOf(place, code))),
        )
        .map(({ from, to, on, certain, duty, source }) => ({
          predecessorId: idOf(place, from),
          successorId: idOf(place, to),
          area: place,
          ...{ happenedOn: on, isCertain: certain, duty, source },
        })),
    ),
  )
  return missing.length
}

const system = '00000000-0000-0000-0000-000000000000'

/** Bodies of the nation and of every province; run at every start, makes only what is missing. */
export async function loadUsualAgencies(tx: Tx): Promise<void> {
  await makeSets(tx, await listAreasOfKinds(tx, ['nation', 'province']), system)
}

/** The usual set of one unit. What is there already stays as people changed it; made twice is made once. */
export async function makeUsualSet({ actor, tx }: Writing, areaId: string): Promise<UsualSet> {
  const area = await getPlace(tx, actor, areaId)
  const { agencies, version } = usualAgencies()
  const known = agencies.filter(({ level }) => level === area.kind).length
  if (known === 0) throw organisationsProblem('organisations.no-usual-set')
  const made = await makeSets(tx, [area], actor.accountId)
  if (made > 0) await audit(tx, actor, 'organisations.usual-set-made', area.id, { after: { made, version } })
  return { made, known: known - made, version }
}
