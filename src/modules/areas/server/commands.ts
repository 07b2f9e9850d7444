import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold, tidy } from '#base/text.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Area } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { rangeWidth } from '../shared/rules.ts'
import { countAreas, findArea, insertAreas, lastRangeBelow, listChildAreas, lockArea } from './queries.ts'
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
  await lockArea(tx, commune.id)
  const known = new Map(
    (await listChildAreas(tx, commune.id, day)).map((area) => [villageKey(area.name), area]),
  )
  const missing = [...new Map(names.map((name) => [villageKey(name), tidy(name)]))].filter(
    ([key]) => !known.has(key),
  )
  let last = (await lastRangeBelow(tx, commune.id)) ?? commune.lft + rangeWidth.village - 1
  for (const [key, name] of missing) {
    const lft = last + 1
    last = lft + rangeWidth.village - 1
    if (last > commune.rgt) throw areasProblem('areas.full')
    known.set(key, await addVillage(tx, commune, { name, lft, rgt: last }))
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
      full_name: `${name}, ${commune.fullName}`,
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
