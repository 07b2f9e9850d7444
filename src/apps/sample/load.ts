import { setImmediate } from 'node:timers/promises'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { deleteEmptyVillages, ensureVillages, getArea, listChildAreas } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import {
  deleteSampleChildren,
  hasSampleChildren,
  listSampleChildren,
  listSampleCommunes,
  registerChildren,
} from '#modules/children/server/public.ts'
import { builtinStandard, loadMeasurements } from '#modules/growth/server/public.ts'
import { forgetChildren, insertRecords } from '#modules/services/server/public.ts'
import { type Sample, sampleSteps } from './generate.ts'
import { measurementsOf } from './measurements.ts'
import type { SampleChild } from './population.ts'
import { sampleProblem } from './problems.ts'

/** The year of Decision 1437; any number would do, but always the same one. */
const seed = 1437
/** Children of a commune of middle size; a small one to try things with may be asked for. */
export const usualSize = 1200
/** Every invented village says so in its name, wherever the name goes. */
const villageMark = ' (mẫu)'
const recordBatch = 5000

export type Loaded = { children: number; services: number; measurements: number; communeName: string }
/** `communes`: names of those that hold the invented children. */
export type SampleState = { loaded: boolean; children: number; communes: string[] }

/** How many invented children stand in a range of places. */
export async function sampleState(db: Db, range: Range): Promise<SampleState> {
  if (!(await hasSampleChildren(db, range))) return { loaded: false, children: 0, communes: [] }
  const children = (await listSampleChildren(db, range)).length
  return { loaded: true, children, communes: await listSampleCommunes(db, range) }
}

/** The commune asked for, the actor's own, or the first one below the actor's province. */
export async function communeFor(db: Db, actor: Actor, communeId: string | null, day: Day): Promise<Area> {
  const area = await getArea(db, communeId ?? actor.area.id)
  if (!isWithin(area, actor.area)) throw sampleProblem('sample.no-commune')
  const below = area.kind === 'province' ? await listChildAreas(db, area.id, day) : [area]
  const commune = below.find(({ kind }) => kind === 'commune')
  if (!commune) throw sampleProblem('sample.no-commune')
  return commune
}

function toRegister(
  child: SampleChild,
  { id, commune, village }: { id: string; commune: Area; village: Area },
) {
  const {
    fullName,
    bornOn,
    sex,
    ethnicCode,
    householdCode,
    poverty,
    disabled,
    specialCircumstance,
    education,
  } = child
  const facts = {
    fullName,
    bornOn,
    sex,
    ethnicCode,
    householdCode,
    poverty,
    disabled,
    specialCircumstance,
    education,
  }
  const carers = child.carers.map((carer) => ({ ...carer, id: newId() }))
  const place = {
    communeId: commune.id,
    communeLft: commune.lft,
    villageId: village.id,
    areaLft: village.lft,
  }
  const unknown = { unnamed: false, address: null, personalId: null }
  const where = { communeId: commune.id, villageId: village.id }
  return { child: { id, ...facts, ...where, ...unknown, carers, sample: true }, place }
}

async function writeRecords(
  tx: Tx,
  { records }: Sample,
  children: readonly { id: string; areaLft: number }[],
  recordedBy: string,
): Promise<void> {
  const rows = records.flatMap(({ child, itemCode, dose, doneOn, answer, note }) => {
    const owner = children[child]
    if (!owner) return []
    const what = { itemCode, dose, doneOn, answer, irregular: false, note, sessionId: null, recordedBy }
    return [{ childId: owner.id, areaLft: owner.areaLft, id: newId(), ...what }]
  })
  for (let from = 0; from < rows.length; from += recordBatch)
    await insertRecords(tx, rows.slice(from, from + recordBatch))
}

/** The days on which a child came to be weighed, by the keys of children. */
function weighingDays({ records }: Sample): Map<number, Day[]> {
  const days = new Map<number, Day[]>()
  for (const { child, itemCode, doneOn, answer } of records) {
    if (answer !== 'done' || !itemCode.startsWith('GRO-')) continue
    const own = days.get(child)
    if (own) own.push(doneOn)
    else days.set(child, [doneOn])
  }
  return days
}

/** Weights and lengths of every weighing that the sample recorded as a service. */
async function writeMeasurements(
  tx: Tx,
  { sample, today }: { sample: Sample; today: Day },
  owners: readonly { id: string; areaLft: number }[],
  recordedBy: string,
): Promise<number> {
  const days = weighingDays(sample)
  const question = { seed, standard: builtinStandard(), today }
  const measured = sample.children.flatMap((child, place) => {
    const owner = owners[place]
    const own = [...new Set(days.get(child.key))].toSorted()
    const { bornOn, sex } = child
    return owner ? [{ ...owner, bornOn, sex, measured: measurementsOf(question, child, own) }] : []
  })
  return loadMeasurements(tx, measured, recordedBy)
}

/** Lets other requests through between the steps. */
async function makeSample(today: Day, size: number): Promise<Sample> {
  const steps = sampleSteps({ seed, today, size })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}

/** Puts the invented commune into the register: children, carers, villages, services, weighings, all marked. */
export async function loadSample(
  { actor, tx }: { actor: Actor; tx: Tx },
  commune: Area,
  { today, size = usualSize }: { today: Day; size?: number },
): Promise<Loaded> {
  if (await hasSampleChildren(tx, commune)) throw sampleProblem('sample.loaded-already')
  const sample = await makeSample(today, size)
  const names = sample.villages.map(({ name }) => `${name}${villageMark}`)
  const villages = await ensureVillages(tx, commune, names, today)
  const children = sample.children.flatMap((child) => {
    const village = villages[child.village]
    return village ? [toRegister(child, { id: newId(), commune, village })] : []
  })
  await registerChildren(tx, children)
  const owners = children.map(({ child, place }) => ({ id: child.id, areaLft: place.areaLft }))
  await writeRecords(tx, sample, owners, actor.accountId)
  const measurements = await writeMeasurements(tx, { sample, today }, owners, actor.accountId)
  const counted = { children: children.length, services: sample.records.length, measurements }
  const loaded = { ...counted, communeName: commune.name }
  await audit(tx, actor, 'sample.loaded', commune.id, { after: loaded })
  return loaded
}

/** Takes away every invented child within the range with all that hangs on it; the rest is not touched. */
export async function removeSample(
  { actor, tx }: { actor: Actor; tx: Tx },
  range: Range,
  today: Day,
): Promise<{ removed: number }> {
  const ids = await listSampleChildren(tx, range)
  await forgetChildren(tx, ids)
  await deleteSampleChildren(tx, ids)
  const own = await getArea(tx, actor.area.id)
  const communes = own.kind === 'province' ? await listChildAreas(tx, own.id, today) : [own]
  for (const { id } of communes) await deleteEmptyVillages(tx, id, villageMark)
  await audit(tx, actor, 'sample.removed', actor.area.id, { after: { children: ids.length } })
  return { removed: ids.length }
}
