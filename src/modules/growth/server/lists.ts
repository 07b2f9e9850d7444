import { addMonths } from '#base/day.ts'
import type { Reading } from '#platform/http/route.ts'
import { type AskedPlace, findListedPlace, type ListedPlace } from '#modules/areas/server/public.ts'
import type { AttentionFound, FindAttention, FindSheet, GrowthOfChild, Sheet } from '../shared/contract.ts'
import { growthProblem } from '../shared/problems.ts'
import { findChild, listMeasurements, listOfDay } from './queries.ts'
import { countAttention, findChildName, findState, listAttention, listSheet } from './queries-lists.ts'

async function getListedPlace({ actor, db }: Reading, asked: AskedPlace): Promise<ListedPlace> {
  const place = await findListedPlace(db, actor.area, asked)
  if (!place) throw growthProblem('growth.place-unknown')
  return place
}

/** One sitting: a village or a class; a larger place is asked to choose. */
const sheetLimit = 400
/** Up to 8 years (QĐ 1437/QĐ-TTg); the 9th year counts whole. */
const sheetMonths = 108

/** Children up to 8 years to be measured on a day, with what was measured then; `more` when the list was cut. */
export async function findSheet(
  context: Reading,
  { day, education, facilityId, className, ...search }: FindSheet,
): Promise<Sheet> {
  const { db } = context
  const place = await getListedPlace(context, search)
  const bornFrom = addMonths(day, -sheetMonths)
  const ofClass = { facilityId, className }
  const lines = await listSheet(db, { place, education, ofClass, day, bornFrom, limit: sheetLimit + 1 })
  const shown = lines.slice(0, sheetLimit)
  const ids = shown.map(({ childId }) => childId)
  const ofDay = await listOfDay(db, ids, day)
  const rows = shown.map((line) => ({ ...line, ofDay: ofDay.get(line.childId) ?? null }))
  return { rows, more: lines.length > sheetLimit }
}

/** `2_2026-12-01_0190...`: severity, day and child of the last row already shown. */
function readAfter(after: string | undefined) {
  const [severity, day, childId] = after?.split('_') ?? []
  return severity && day && childId ? { severity: Number(severity), day, childId } : null
}

/** The worst first, then by the next day. `counts` come with the first page only. */
export async function findAttention(context: Reading, search: FindAttention): Promise<AttentionFound> {
  const { db, clock } = context
  const place = await getListedPlace(context, search)
  const after = readAfter(search.after)
  const children = await listAttention(db, { place, severity: search.severity, after, limit: search.limit })
  const last = children.length === search.limit ? children.at(-1) : undefined
  return {
    today: clock.today(),
    children,
    next: last ? `${last.state.severity}_${last.state.nextOn}_${last.childId}` : null,
    counts: after === null ? await countAttention(db, place) : null,
  }
}

/** Everything measured, with results as they were stored; refuses `growth.child-not-found`. */
export async function growthOfChild({ db, clock }: Reading, childId: string): Promise<GrowthOfChild> {
  const [child, fullName, state, measurements] = await Promise.all([
    findChild(db, childId),
    findChildName(db, childId),
    findState(db, childId),
    listMeasurements(db, childId),
  ])
  if (!child || fullName === undefined) throw growthProblem('growth.child-not-found')
  const { bornOn, sex } = child
  return { childId, today: clock.today(), fullName, bornOn, sex, state, measurements }
}
