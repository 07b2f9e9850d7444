import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Day } from '#base/day.ts'
import { birthRange } from '../shared/child-age.ts'
import type { ChildrenFound, SearchChildren } from '../shared/contract.ts'
import { readSearchText, type SearchText } from '../shared/search-text.ts'
import type { ListFilter } from './queries-conditions.ts'
import { countChildren, listChildren } from './queries-search.ts'

const countUpTo = 10_000

/** Completes a search by the actor's place: a commune's or village's people need not name it. */
export function toListFilter(actor: Actor, search: SearchChildren, today: Day): ListFilter {
  const born = bornWithin(search, today)
  return {
    communeId: search.communeId ?? (actor.area.kind === 'commune' ? actor.area.id : undefined),
    villageId: search.villageId ?? (actor.area.kind === 'village' ? actor.area.id : undefined),
    sex: search.sex,
    poverty: search.poverty,
    education: search.education,
    flag: search.flag,
    lacks: search.lacks,
    ids: search.ids,
    today,
    withLeft: search.withLeft,
    withTotal: search.withTotal,
    text: seenText(readSearchText(search.text), actor),
    bornFrom: born?.from,
    bornTo: born?.to,
  }
}

/** Whoever may not see numbers finds nobody by one: it is looked for as part of a name. */
function seenText(text: SearchText, { capabilities }: Actor): SearchText {
  const { personalId, nameParts } = text
  if (!personalId || capabilities.has('children.identity')) return text
  return { ...text, personalId: undefined, nameParts: [...nameParts, personalId] }
}

function bornWithin({ fromYears, toYears }: SearchChildren, today: Day): { from: Day; to: Day } | undefined {
  if (fromYears === undefined && toYears === undefined) return undefined
  return birthRange(today, { fromYears: fromYears ?? 0, toYears: toYears ?? 16 })
}

/** A page in the order of names; `isTotalLeast` when counting stopped before the end. */
export async function searchChildren(
  { db, actor, today }: { db: Db; actor: Actor; today: Day },
  search: SearchChildren,
): Promise<ChildrenFound> {
  const filter = toListFilter(actor, search, today)
  const { after, limit } = search
  const counted = search.withTotal ? await countChildren(db, filter, countUpTo) : null
  return {
    ...(await listChildren(db, filter, { after, limit })),
    total: counted?.count ?? null,
    isTotalLeast: counted?.isLeast ?? false,
  }
}
