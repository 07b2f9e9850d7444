import type { Day } from '#base/day.ts'
import { overlaps } from '#base/span.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { findAreaWithin } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type {
  AddPost,
  AddStaff,
  Collaborators,
  EditStaff,
  Staff,
  StaffDetails,
  StaffSearch,
} from '../shared/contract-staff.ts'
import { organisationsProblem } from '../shared/problems.ts'
import { checkDates } from '../shared/rules.ts'
import { getPlace } from './place.ts'
import { findOrganisation } from './queries.ts'
import { countVillages, listVillages } from './queries-places.ts'
import * as store from './queries-staff.ts'

/** People whose posts lie in the unit or below it; the grant's own unit without an id. */
export async function staffOf({ actor, db, clock }: Reading, search: StaffSearch): Promise<Staff[]> {
  const place = await getPlace(db, actor, search.areaId)
  return store.listStaff(db, place, { ...search, today: clock.today() })
}

/** Row-level security limits the search: a person elsewhere and one who does not exist look the same. */
async function getStaff(db: Db, id: string): Promise<Staff> {
  const staff = await store.findStaff(db, id)
  if (!staff) throw organisationsProblem('organisations.staff-not-found')
  return staff
}

async function accountOf(tx: Writing['tx'], { id, username }: { id: string; username: string | null }) {
  if (username === null) return null
  const account = await store.findAccount(tx, username)
  if (!account) throw organisationsProblem('organisations.account-not-found')
  const holder = await store.findStaffOfAccount(tx, account.id)
  if (holder && holder.id !== id) throw organisationsProblem('organisations.account-taken')
  return account.id
}

/** The place of a post, once everything about the post is as it must be. */
async function checkedPost(context: Writing, post: AddPost, home: Area): Promise<Area> {
  const wrong = checkDates(post)
  if (wrong) throw organisationsProblem(wrong)
  const place = await getPlace(context.tx, context.actor, post.areaId)
  if (!isWithin(place, home)) throw organisationsProblem('organisations.post-elsewhere')
  if (post.audience === 'collaborator' && place.kind !== 'village')
    throw organisationsProblem('organisations.collaborator-in-village')
  if (post.organisationId !== null && !(await findOrganisation(context.tx, post.organisationId)))
    throw organisationsProblem('organisations.not-found')
  return place
}

/** Registers a person with the first post; sent twice, once. */
export async function addStaff(context: Writing, input: AddStaff): Promise<Staff> {
  const { actor, tx } = context
  const { post, ...details } = input
  const area = await getPlace(tx, actor, input.areaId)
  const earlier = await store.findStaff(tx, input.id)
  if (earlier && (earlier.areaId !== area.id || earlier.fullName !== input.fullName))
    throw organisationsProblem('organisations.id-used')
  if (earlier) return earlier
  const place = await checkedPost(context, post, area)
  const accountId = await accountOf(tx, input)

  await store.insertStaff(tx, { ...details, area, accountId }, actor.accountId)
  await store.insertPost(tx, { ...post, staffId: input.id, areaLft: place.lft }, actor.accountId)
  await audit(tx, actor, 'organisations.staff-added', input.id, {
    after: { audience: post.audience, areaId: post.areaId, validFrom: post.validFrom },
  })
  return getStaff(tx, input.id)
}

const detailKeys = ['areaId', 'fullName', 'phone', 'email', 'qualification', 'username'] as const

/** The version must be the one the person saw; a change sent twice is made once. */
export async function editStaff(
  { actor, tx }: Writing,
  { staffId, input }: { staffId: string; input: EditStaff },
): Promise<Staff> {
  const before = await getStaff(tx, staffId)
  const changed = detailKeys.filter((key: keyof StaffDetails) => before[key] !== input[key])
  if (changed.length === 0) return before
  if (before.version !== input.version) throw organisationsProblem('organisations.changed-meanwhile')
  const area = await getPlace(tx, actor, input.areaId)
  for (const { areaId } of before.posts) {
    if (!(await findAreaWithin(tx, area, areaId))) throw organisationsProblem('organisations.post-elsewhere')
  }
  const accountId = await accountOf(tx, { id: staffId, username: input.username })
  if (!(await store.updateStaff(tx, { ...input, id: staffId, area, accountId }, input.version)))
    throw organisationsProblem('organisations.changed-meanwhile')
  await audit(tx, actor, 'organisations.staff-edited', staffId, { after: { changed } })
  return getStaff(tx, staffId)
}

/** A further post beside those there are; the same one at the same time is refused. */
export async function addPost(
  context: Writing,
  { staffId, input }: { staffId: string; input: AddPost },
): Promise<Staff> {
  const { actor, tx } = context
  await store.lockStaff(tx, staffId)
  const staff = await getStaff(tx, staffId)
  if (staff.posts.some(({ id }) => id === input.id)) return staff
  const place = await checkedPost(context, input, await getPlace(tx, actor, staff.areaId))
  const same = staff.posts.some(
    (post) =>
      post.areaId === input.areaId &&
      post.audience === input.audience &&
      post.title === input.title &&
      overlaps(post, input),
  )
  if (same) throw organisationsProblem('organisations.post-overlaps')
  await store.insertPost(tx, { ...input, staffId, areaLft: place.lft }, actor.accountId)
  await audit(tx, actor, 'organisations.post-added', input.id, {
    after: { staffId, audience: input.audience, areaId: input.areaId, validFrom: input.validFrom },
  })
  return getStaff(tx, staffId)
}

/** Refused when the new last day would let the same post overlap with a later one of the person. */
export async function endPost(
  { actor, tx }: Writing,
  { staffId, postId, validTo }: { staffId: string; postId: string; validTo: Day },
): Promise<Staff> {
  await store.lockStaff(tx, staffId)
  const staff = await getStaff(tx, staffId)
  const post = staff.posts.find(({ id }) => id === postId)
  if (!post) throw organisationsProblem('organisations.post-not-found')
  if (post.validTo === validTo) return staff
  if (validTo < post.validFrom) throw organisationsProblem('organisations.dates-in-order')
  const next = staff.posts.find(
    (other) =>
      other.id !== postId &&
      [other.areaId, other.audience, other.title].join() ===
        [post.areaId, post.audience, post.title].join() &&
      overlaps(other, { validFrom: post.validFrom, validTo }),
  )
  if (next) throw organisationsProblem('organisations.post-overlaps')
  await store.setPostEnd(tx, { staffId, id: postId }, validTo)
  await audit(tx, actor, 'organisations.post-ended', postId, {
    before: { validTo: post.validTo },
    after: { validTo },
  })
  return getStaff(tx, staffId)
}

/** So many villages fill a page; those without a collaborator come first. */
const villagesShown = 300

/** Villages without a collaborator first; the counts are of all villages, the list may be cut. */
export async function collaboratorsOf(
  { actor, db, clock }: Reading,
  areaId: string | undefined,
): Promise<Collaborators> {
  const place = await getPlace(db, actor, areaId)
  const day = clock.today()
  const counts = await countVillages(db, place, day)
  const villages = await listVillages(db, place, { day, limit: villagesShown })
  const people = await store.listCollaborators(
    db,
    villages.map((village) => village.areaId),
    day,
  )
  const byVillage = Map.groupBy(people, (person) => person.areaId)
  return {
    villageCount: counts.villages,
    without: counts.without,
    villages: villages.map((village) => ({
      ...village,
      collaborators: byVillage.get(village.areaId) ?? [],
    })),
  }
}
