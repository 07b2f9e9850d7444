import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type {
  AddOrganisation,
  AddSuccession,
  EditOrganisation,
  Organisation,
  OrganisationDetails,
  OrganisationSearch,
} from '../shared/contract.ts'
import { organisationsProblem } from '../shared/problems.ts'
import { checkDates, checkSuccession, makesCircle } from '../shared/rules.ts'
import { getPlace } from './place.ts'
import * as store from './queries.ts'

/** Bodies of a unit, of those above or below as asked, as they are on a day (today without one). */
export async function organisationsOf(
  { actor, db, clock }: Reading,
  search: OrganisationSearch,
): Promise<Organisation[]> {
  const place = await getPlace(db, actor, search.areaId)
  return store.listOrganisations(db, place, { ...search, day: search.day ?? clock.today() })
}

/** One that the actor may change: of a place within the actor's area. Bodies above are seen only. */
async function getOwn({ actor, tx }: Writing, id: string): Promise<Organisation> {
  const organisation = await store.findOrganisation(tx, id)
  if (!organisation) throw organisationsProblem('organisations.not-found')
  await getPlace(tx, actor, organisation.areaId).catch(() => {
    throw organisationsProblem('organisations.not-found')
  })
  return organisation
}

async function refuseWrongDetails(
  tx: Writing['tx'],
  id: string,
  details: OrganisationDetails,
): Promise<void> {
  const wrong = checkDates(details)
  if (wrong) throw organisationsProblem(wrong)
  if (details.parentId === null) return
  const parents = await store.listParents(tx, details.parentId)
  if (parents.size === 0) throw organisationsProblem('organisations.parent-not-found')
  if (makesCircle(id, details.parentId, parents)) throw organisationsProblem('organisations.circle')
}

/** A device that lost the reply sends the same body again; it gets the first answer back. */
export async function addOrganisation(context: Writing, input: AddOrganisation): Promise<Organisation> {
  const { actor, tx } = context
  const area = await getPlace(tx, actor, input.areaId)
  const earlier = await store.findOrganisation(tx, input.id)
  if (earlier && earlier.areaId === area.id && earlier.kind === input.kind) return earlier
  if (earlier) throw organisationsProblem('organisations.id-used')
  await refuseWrongDetails(tx, input.id, input)

  await store.insertOrganisations(tx, [{ ...input, areaLft: area.lft, templateCode: null }], actor.accountId)
  await audit(tx, actor, 'organisations.added', input.id, { after: input })
  return getOwn(context, input.id)
}

const detailKeys = [
  ...(['areaId', 'name', 'shortName', 'kind', 'sector', 'parentId', 'validFrom', 'fromCertain'] as const),
  ...(['validTo', 'toCertain', 'phone', 'source'] as const),
]

/** The version must be the one the person saw; a change sent twice is made once. */
export async function editOrganisation(
  context: Writing,
  { organisationId, input }: { organisationId: string; input: EditOrganisation },
): Promise<Organisation> {
  const { actor, tx } = context
  const before = await getOwn(context, organisationId)
  const changed = detailKeys.filter((key) => before[key] !== input[key])
  if (changed.length === 0) return before
  if (before.version !== input.version) throw organisationsProblem('organisations.changed-meanwhile')
  const area = await getPlace(tx, actor, input.areaId)
  await refuseWrongDetails(tx, organisationId, input)

  const written = { ...input, id: organisationId, areaLft: area.lft }
  if (!(await store.updateOrganisation(tx, written, input.version)))
    throw organisationsProblem('organisations.changed-meanwhile')
  await audit(tx, actor, 'organisations.edited', organisationId, {
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
    after: Object.fromEntries(changed.map((key) => [key, input[key]])),
  })
  return getOwn(context, organisationId)
}

/** Names who took over a body's work; sent twice it is written once. */
export async function addSuccession(context: Writing, input: AddSuccession): Promise<Organisation> {
  const { actor, tx } = context
  if (input.predecessorId === input.successorId)
    throw organisationsProblem('organisations.succession-to-itself')
  const predecessor = await getOwn(context, input.predecessorId)
  const successor = await store.findOrganisation(tx, input.successorId)
  if (!successor) throw organisationsProblem('organisations.not-found')
  if (predecessor.successors.some(({ organisationId }) => organisationId === successor.id)) return predecessor
  const refusal = checkSuccession(input.happenedOn, predecessor, successor)
  if (refusal) throw organisationsProblem(refusal)

  const { id, lft } = await getPlace(tx, actor, predecessor.areaId)
  await store.insertSuccessions(tx, [{ ...input, area: { id, lft } }])
  await audit(tx, actor, 'organisations.succession-added', predecessor.id, { after: input })
  return getOwn(context, predecessor.id)
}

/** Taking a link away twice is taking it away once. */
export async function removeSuccession(
  context: Writing,
  { predecessorId, successorId }: { predecessorId: string; successorId: string },
): Promise<Organisation> {
  const before = await getOwn(context, predecessorId)
  if (await store.deleteSuccession(context.tx, predecessorId, successorId))
    await audit(context.tx, context.actor, 'organisations.succession-removed', predecessorId, {
      before: before.successors.find(({ organisationId }) => organisationId === successorId),
    })
  return getOwn(context, predecessorId)
}
