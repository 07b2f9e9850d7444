import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import type { Area } from '../shared/contract.ts'
import { addPastName, addPastParent, addPastUnit, setBegin } from './change-past.ts'
import { listChildAreas } from './queries-dated.ts'
import { findAreaOfCodeIn } from './queries.ts'

const folder = join(import.meta.dirname, '../../../../db/reference/area-history')

/** A unit by its code on a day: codes get used again, so that the day belongs to it. */
const UnitOn = z.object({ kind: z.enum(['province', 'district', 'commune']), code: z.string(), on: Day })
type UnitOn = z.infer<typeof UnitOn>

const days = { validFrom: Day, validTo: Day }
const Step = z.discriminatedUnion('do', [
  z.object({ do: z.literal('name'), unit: UnitOn, name: z.string(), ...days }),
  z.object({ do: z.literal('begin'), unit: UnitOn, validFrom: Day }),
  z.object({
    do: z.literal('unit'),
    ...{ kind: z.enum(['province', 'district', 'commune']), code: z.string(), name: z.string() },
    ...{ parent: UnitOn, ...days },
  }),
  z.object({ do: z.literal('parent'), unit: UnitOn, parent: UnitOn, ...days }),
  z.object({ do: z.literal('parent-of-all'), below: UnitOn, parent: UnitOn, ...days }),
])
type Step = z.infer<typeof Step>

const HistoryFile = z.object({ date: Day, source: z.string(), steps: z.array(Step) })

/** Carries out the known history as far as its units are there; returns how many changes were new. */
export async function loadKnownHistory(tx: Tx): Promise<number> {
  let changes = 0
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()) {
    const { source, steps } = HistoryFile.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
    const later = laterParents(steps)
    for (const step of steps) changes += await take(tx, step, { source, later })
  }
  return changes
}

type Around = { source: string; later: ReadonlySet<string> }

/** Communes whose own step says more than the step for all below a unit. */
function laterParents(steps: readonly Step[]): Set<string> {
  return new Set(
    steps.flatMap((step) => (step.do === 'parent' ? [`${step.unit.code} ${step.validFrom}`] : [])),
  )
}

const unitOf = (tx: Tx, { kind, code, on }: UnitOn) => findAreaOfCodeIn(tx, { kind, code, from: on, to: on })

async function take(tx: Tx, step: Step, around: Around): Promise<number> {
  const { source } = around
  if (step.do === 'parent' || step.do === 'parent-of-all') return takeParents(tx, step, around)
  if (step.do === 'unit') {
    const parent = await unitOf(tx, step.parent)
    return Number(parent !== undefined && !!(await addPastUnit(tx, { ...step, parentId: parent.id, source })))
  }
  const area = await unitOf(tx, step.unit)
  if (!area) return 0
  if (step.do === 'name') return Number(await addPastName(tx, area.id, { ...step, source }))
  return Number(await setBegin(tx, area.id, step.validFrom))
}

type ParentStep = Extract<Step, { do: 'parent' | 'parent-of-all' }>

async function takeParents(tx: Tx, step: ParentStep, { source, later }: Around): Promise<number> {
  const parent = await unitOf(tx, step.parent)
  if (!parent) return 0
  const past = { parentId: parent.id, validFrom: step.validFrom, validTo: step.validTo, source }
  const units = await unitsOf(tx, step)
  let changes = 0
  for (const unit of units)
    if (step.do === 'parent' || !later.has(`${unit.code} ${step.validFrom}`))
      changes += Number(await addPastParent(tx, unit.id, past))
  return changes
}

async function unitsOf(tx: Tx, step: ParentStep): Promise<Area[]> {
  const area = await unitOf(tx, step.do === 'parent' ? step.unit : step.below)
  if (!area) return []
  return step.do === 'parent' ? [area] : listChildAreas(tx, area.id, step.below.on)
}
