import { addDays } from '#base/day.ts'
import type { Reading } from '#platform/http/route.ts'
import { childServices } from '../shared/child-services.ts'
import type { ChildService, ServicePackage } from '../shared/contract.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { Candidate, CandidatesFound, FindCandidates } from '../shared/requests.ts'
import { placeChildren } from './areas-around.ts'
import { packagesOf } from './package.ts'
import { getListedPlace } from './place.ts'
import { listRecords } from './queries.ts'
import { type CandidateRow, listByBirth } from './queries-due.ts'

const candidateLimit = 400

/** What of the service is next for a child: the open line, else the coming one, else the last answer. */
function pickLine(lines: readonly ChildService[]): ChildService | undefined {
  const order = ['overdue', 'due', 'coming', 'done', 'declined', 'not-applicable']
  return lines.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0]
}

function toCandidate(row: CandidateRow, line: ChildService | undefined): Candidate {
  return {
    childId: row.id,
    fullName: row.fullName,
    bornOn: row.bornOn,
    sex: row.sex,
    villageName: row.villageName,
    carerName: row.carerName,
    state: line?.state ?? 'not-applicable',
    dose: line?.dose ?? null,
    deadline: line?.deadline ?? null,
    answeredOn: line?.answeredOn ?? null,
  }
}

/** The children of a place whose age fits the service on the day, with what it is to each of them. */
export async function findCandidates(context: Reading, search: FindCandidates): Promise<CandidatesFound> {
  const { db } = context
  const { pkg, byCode } = (await packagesOf(db)).at(context.actor.area.lft, search.day)
  const item = byCode.get(search.itemCode)
  if (!item || item.audience === 'pregnant-woman') throw servicesProblem('services.unknown-item')
  const place = await getListedPlace(context, search)
  const oldest = Math.max(item.toDays, item.catchUpToDays ?? 0) + 31
  const born = {
    from: addDays(search.day, -oldest),
    to: addDays(search.day, -Math.max(0, item.fromDays - 31)),
  }
  const { ids: childIds = null, facilityId, className } = search
  const asked = { place, born, childIds, ofClass: { facilityId, className }, day: search.day }
  const rows = await listByBirth(db, asked, candidateLimit + 1)
  const shown = await placeChildren(db, rows.slice(0, candidateLimit), search.day)
  const ids = shown.map((row) => row.id)
  const records = await listRecords(db, ids, item.code)
  const only: ServicePackage = { ...pkg, items: [item] }
  const lineOf = (row: (typeof shown)[number]) =>
    pickLine(childServices(only, row, records.get(row.id) ?? [], search.day))
  return {
    candidates: shown.map((row) => toCandidate(row, lineOf(row))),
    more: rows.length > candidateLimit,
    left: childIds === null ? 0 : new Set(childIds).size - rows.length,
  }
}
