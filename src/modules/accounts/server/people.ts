import type { Day } from '#base/day.ts'
import type { Reading } from '#platform/http/route.ts'
import type { Giver } from '../shared/access.ts'
import type { GrantState, PeopleFound, PersonShown, SearchPeople } from '../shared/contract-people.ts'
import { accountsProblem } from '../shared/problems.ts'
import { InBothLanguages } from '../shared/roles.ts'
import { mayTakeBack } from './grants.ts'
import { findGiver } from './queries-grants.ts'
import {
  countPeople,
  findPersonShown,
  type GrantOfPerson,
  type PersonRow,
  searchPeople,
} from './queries-people.ts'

type Viewer = {
  accountId: string
  grantId: string
  giver: Pick<Giver, 'capabilities' | 'mayGrant'>
  today: Day
}

/** People who hold or held a grant within the asker's place, by given name. */
export async function listPeople(context: Reading, search: SearchPeople): Promise<PeopleFound> {
  const { db, actor, clock } = context
  const today = clock.today()
  const [viewer, rows, total] = await Promise.all([
    viewerOf(context),
    searchPeople(db, search, { range: actor.area, day: today }),
    countPeople(db, search, today),
  ])
  const page = rows.slice(0, search.limit)
  return {
    people: page.map((row) => shown(row, viewer)),
    next: rows.length > search.limit ? (page.at(-1)?.id ?? null) : null,
    total,
  }
}

export async function getPersonShown(context: Reading, id: string): Promise<PersonShown> {
  const { db, actor, clock } = context
  const [viewer, row] = await Promise.all([
    viewerOf(context),
    findPersonShown(db, id, { range: actor.area, day: clock.today() }),
  ])
  if (!row) throw accountsProblem('accounts.person-not-found')
  return shown(row, viewer)
}

async function viewerOf({ db, actor, clock }: Reading): Promise<Viewer> {
  const giver = (await findGiver(db, actor.grantId)) ?? { capabilities: new Set(), mayGrant: [] }
  return { accountId: actor.accountId, grantId: actor.grantId, giver, today: clock.today() }
}

function shown(row: PersonRow, viewer: Viewer): PersonShown {
  const grants = row.grants.map((grant) => {
    const state = stateOf(grant, viewer.today)
    return {
      ...grant,
      roleName: InBothLanguages.parse(grant.roleName),
      state,
      mayEnd: isOpen(state) && grant.id !== viewer.grantId && mayTakeBack(viewer.giver, { key: grant.role }),
    }
  })
  const mayManage =
    row.id !== viewer.accountId &&
    !row.worksElsewhere &&
    grants.every(({ state, role }) => !isOpen(state) || mayTakeBack(viewer.giver, { key: role }))
  return { ...row, invited: Boolean(row.invited), grants, mayManage }
}

const isOpen = (state: GrantState) => state === 'active' || state === 'coming'

function stateOf({ endedAt, validFrom, validTo }: GrantOfPerson, today: Day): GrantState {
  if (endedAt) return 'ended'
  if (validTo !== null && validTo < today) return 'over'
  return validFrom > today ? 'coming' : 'active'
}
