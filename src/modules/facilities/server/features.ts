import { type Day, formatDay } from '#base/day.ts'
import { overlaps } from '#base/span.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { AddFeature, Feature, Project } from '../shared/contract.ts'
import { facilitiesProblem } from '../shared/problems.ts'
import { featureFamily, isOfProject } from '../shared/rules.ts'
import { featuresChanged } from './hooks.ts'
import { getPlace, rangeOf } from './place.ts'
import * as store from './queries-features.ts'

function refuseMisfit({ kind, project, donor, validFrom, validTo }: AddFeature): void {
  if (validTo !== null && validTo < validFrom) throw facilitiesProblem('facilities.dates-in-order')
  if (isOfProject(kind) && project === null) throw facilitiesProblem('facilities.project-needed')
  if (!isOfProject(kind) && (project !== null || donor !== null))
    throw facilitiesProblem('facilities.project-needless')
}

type Claim = Pick<AddFeature, 'id' | 'areaId' | 'validFrom' | 'validTo'> & { family: string }

async function refuseOverlap({ tx }: Writing, claim: Claim): Promise<void> {
  const others: Pick<Claim, 'id' | 'validFrom' | 'validTo'>[] = await store.listFamily(
    tx,
    claim.areaId,
    claim.family,
  )
  const other = others.find((one) => one.id !== claim.id && overlaps(one, claim))
  if (!other) return
  const to = other.validTo === null ? 'nay' : formatDay(other.validTo)
  throw facilitiesProblem('facilities.feature-overlaps', { from: formatDay(other.validFrom), to })
}

/** Features are recorded for units of the past too: lists of before 2025 name units that have ended. */
export async function addFeature(context: Writing, input: AddFeature): Promise<Feature[]> {
  const { actor, tx } = context
  const area = await getPlace(tx, actor, input.areaId)
  const family = featureFamily(input)
  await store.lockFeatures(tx, area.id)
  const earlier = await store.findFeature(tx, input.id)
  if (earlier && earlier.family === family && earlier.areaId === area.id) return store.listFeatures(tx, area)
  if (earlier) throw facilitiesProblem('facilities.id-used')
  refuseMisfit(input)
  await refuseOverlap(context, { ...input, family })

  await store.insertFeature(tx, { ...input, family, areaLft: area.lft }, actor.accountId)
  await audit(tx, actor, 'facilities.feature-added', input.id, { after: input })
  await featuresChanged(tx, area)
  return store.listFeatures(tx, area)
}

async function getFeature({ actor, tx }: Writing, id: string) {
  const feature = await store.findFeature(tx, id)
  if (!feature || feature.removedAt !== null) throw facilitiesProblem('facilities.feature-not-found')
  const area = await getArea(tx, feature.areaId)
  // One of a place above is seen, but is not this person's to change.
  if (area.lft < actor.area.lft) throw facilitiesProblem('facilities.feature-not-found')
  return { feature, area }
}

/** The feature was there until a day, which stays in the history. */
export async function endFeature(
  context: Writing,
  { featureId, validTo }: { featureId: string; validTo: Day },
): Promise<Feature[]> {
  const { actor, tx } = context
  const { feature, area } = await getFeature(context, featureId)
  if (feature.validTo !== validTo) {
    if (validTo < feature.validFrom) throw facilitiesProblem('facilities.dates-in-order')
    await refuseOverlap(context, { ...feature, validTo })
    await store.endFeature(tx, featureId, validTo)
    await audit(tx, actor, 'facilities.feature-ended', featureId, {
      before: { validTo: feature.validTo },
      after: { validTo },
    })
    await featuresChanged(tx, area)
  }
  return store.listFeatures(tx, area)
}

/** For what was recorded by mistake; the row and the audit stay. */
export async function removeFeature(context: Writing, featureId: string): Promise<Feature[]> {
  const { actor, tx, clock } = context
  const known = await store.findFeature(tx, featureId)
  if (known?.removedAt) return store.listFeatures(tx, await getPlace(tx, actor, known.areaId))
  const { feature, area } = await getFeature(context, featureId)
  await store.removeFeature(tx, featureId, clock.now())
  await audit(tx, actor, 'facilities.feature-removed', featureId, { before: feature })
  await featuresChanged(tx, area)
  return store.listFeatures(tx, area)
}

/** R5: which communes have taken a model over, and how many have not. */
export async function listProjects(
  { actor, db, clock }: Reading,
  areaId: string | undefined,
): Promise<Project[]> {
  const range = await rangeOf(db, actor, areaId)
  const places = await store.listProjectPlaces(db, range)
  const { communes, running } = await store.countProjectCommunes(db, range, clock.today())
  const byFamily = Map.groupBy(places, ({ name }) => featureFamily({ kind: 'pilot', project: name }))
  const runningByFamily = new Map(
    [...running].map(([name, count]) => [featureFamily({ kind: 'pilot', project: name }), count]),
  )
  return [...byFamily].map(([family, list]) => ({
    name: list[0]?.name ?? '',
    donor: list.find(({ donor }) => donor !== null)?.donor ?? null,
    places: list.map(({ name: _name, donor: _donor, ...place }) => place),
    running: runningByFamily.get(family) ?? 0,
    communes,
  }))
}
