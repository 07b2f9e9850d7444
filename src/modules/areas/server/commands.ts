import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold, tidy } from '#base/text.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Area } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { freeRanges, fullNameOf, rangeWidth } from '../shared/rules.ts'
import { listRangesWithin } from './queries-change.ts'
import { listChildAreas } from './queries-dated.ts'
import { countAreas, findArea, insertAreas, lockAreas } from './queries.ts'
import { readSeedAreas } from './seed.ts'

/** Loads today's provinces and communes at the first start; does nothing afterwards. */
export async function loadSeedAreas(tx: Tx): Promise<void> {
  if ((await countAreas(tx)) === 0) await insertAreas(tx, await readSeedAreas())
}

/**
 * The villages of a commune by the given names, made where they are missing (names are compared without marks
 * and without the word for "village"). Returns them in the order of the names.
 */
export async function ensureVillages(
  tx: Tx,
  commune: Area,
  names: readonly string[],
  day: Day,
): Promise<Area[]> {
  await lockAreas(tx, [commune.id])
  const known = new Map(
    (await listChildAreas(tx, commune.id, day)).map((area) => [villageKey(area.name), area]),
  )
  const missing = [...new Map(names.map((name) => [villageKey(name), tidy(name)]))].filter(
    ([key]) => !known.has(key),
  )
  const rooms = freeRanges(commune, await listRangesWithin(tx, commune), {
    width: rangeWidth.village,
    count: missing.length,
    from: 'beginning',
  })
  if (rooms.length < missing.length) throw areasProblem('areas.full')
  for (const [index, [key, name]] of missing.entries()) {
    const room = rooms[index]
    if (room) known.set(key, await addVillage(tx, commune, { name, ...room }))
  }
  return names.flatMap((name) => known.get(villageKey(name)) ?? [])
}

async function addVillage(
  tx: Tx,
  commune: Area,
  { name, lft, rgt }: { name: string; lft: number; rgt: number },
): Promise<Area> {
  const id = newId()
  await insertAreas(tx, [
    {
      id,
      code: id,
      kind: 'village',
      name,
      full_name: fullNameOf(name, commune),
      name_folded: fold(name),
      parent_id: commune.id,
      lft,
      rgt,
      valid_from: commune.validFrom,
      valid_to: null,
    },
  ])
  const made = await findArea(tx, id)
  if (!made) throw areasProblem('areas.not-found')
  return made
}

/** "Thôn Đăk Mế", "thôn Dak Me" and "Đăk Mế" are one village. */
export function villageKey(name: string): string {
  return fold(name).replace(/^(thon|lang|ap|ban|buon|bon|plei|to dan pho|tdp|khu pho|khom|xom)\s+(?=\S)/, '')
}
