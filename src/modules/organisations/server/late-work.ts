import type { Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import type { LateWork } from '../shared/contract-matters.ts'

type AskedPlace = { area: Range & { id: string }; personId: string; today: Day }

/** A report or task of a place, as the module that keeps it names and shows it; `url` is its page here. */
export type WorkWithPage = Omit<LateWork, 'about'> & { url: string }

/** `list` may also give what is not late yet; `needs` is the capability without which nobody sees any of it. */
export type LateWorkSource = {
  about: LateWork['about']
  needs: string
  list: (db: Db, place: AskedPlace) => Promise<WorkWithPage[]>
}

/** Filled in `apps` by the later modules that know what is late. */
export const lateWorkSources: LateWorkSource[] = []

/** Reports and tasks of a place that were due before today. */
export async function listLateWork(
  db: Db,
  place: AskedPlace,
  capabilities: ReadonlySet<string>,
): Promise<(LateWork & { url: string })[]> {
  const found: (LateWork & { url: string })[] = []
  for (const { about, needs, list } of lateWorkSources) {
    if (!capabilities.has(needs)) continue
    for (const { key, text, dueOn, url } of await list(db, place))
      if (dueOn < place.today) found.push({ about, key, text, dueOn, url })
  }
  return found
}
