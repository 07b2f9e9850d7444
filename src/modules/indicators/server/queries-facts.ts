import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { ChildFacts, Measurement } from '../shared/child-facts.ts'
import type { At } from './queries-members.ts'

const zs = z.number().nullable()
const MeasurementRow = z.object({
  measuredOn: Day,
  ageDays: z.number(),
  weightKg: zs,
  wei: zs,
  len: zs,
  wfl: zs,
  bmi: zs,
  hc: zs,
  ac: zs,
  flags: z.array(z.string()),
  classes: z.array(z.string()),
})

const Row = z.object({
  id: z.string(),
  bornOn: Day,
  leftOn: Day.nullable(),
  leftReason: z.string().nullable(),
  sex: z.enum(['male', 'female']),
  ethnicCode: z.string().nullable(),
  poverty: z.string().nullable(),
  disabled: z.boolean(),
  special: z.boolean(),
  education: z.string().nullable(),
  villageId: z.string().nullable(),
  services: z.array(z.object({ itemCode: z.string(), dose: z.number().nullable(), doneOn: Day })),
  measurements: z.array(MeasurementRow),
  screenings: z.array(z.object({ tool: z.string(), result: z.string(), screenedOn: Day })),
  circumstances: z.array(z.object({ groupNo: z.number(), fromDay: Day, toDay: Day.nullable() })),
})

function toMeasurement(row: z.infer<typeof MeasurementRow>): Measurement {
  const { measuredOn, ageDays, weightKg, classes, flags } = row
  const believable = (name: 'wei' | 'len' | 'wfl' | 'bmi' | 'hc' | 'ac') =>
    flags.includes(name) ? null : row[name]
  const names = { wei: believable('wei'), len: believable('len'), wfl: believable('wfl') }
  const z = { ...names, bmi: believable('bmi'), hc: believable('hc'), ac: believable('ac') }
  return { measuredOn, ageDays, weightKg, classes, z }
}

/** The records of each child as JSON lists: a commune's in five scans, not five questions for each child. */
const facts = sql`
  select c.id, c.born_on as "bornOn", c.left_on as "leftOn", c.left_reason as "leftReason", c.sex,
    c.ethnic_code as "ethnicCode", c.poverty, c.disabled, c.special_circumstance as special, c.education,
    c.village_id as "villageId",
    (select coalesce(jsonb_agg(jsonb_build_object('itemCode', r.item_code, 'dose', r.dose, 'doneOn', r.done_on)), '[]')
      from services_records r where r.child_id = c.id and r.answer = 'done' and r.undone_at is null) as services,
    (select coalesce(jsonb_agg(jsonb_build_object('measuredOn', g.measured_on, 'ageDays', g.age_days,
        'weightKg', g.weight_kg, 'wei', g.z_wei, 'len', g.z_len, 'wfl', g.z_wfl, 'bmi', g.z_bmi, 'hc', g.z_hc,
        'ac', g.z_ac, 'flags', g.flags, 'classes', g.classes)), '[]')
      from growth_facts g where g.child_id = c.id) as measurements,
    (select coalesce(jsonb_agg(jsonb_build_object('tool', s.tool, 'result', s.result, 'screenedOn', s.screened_on)), '[]')
      from screening_facts s where s.child_id = c.id) as screenings,
    (select coalesce(jsonb_agg(jsonb_build_object('groupNo', k.group_no, 'fromDay', k.from_day, 'toDay', k.to_day)), '[]')
      from children_circumstances k where k.child_id = c.id and k.undone_at is null) as circumstances
  from children c`

/** All that formulas may ask, of every child that is or was in the place. */
export async function listChildFacts(db: Db, at: Pick<At, 'id'>): Promise<ChildFacts[]> {
  const { rows } = await sql`${facts} where c.commune_id = ${at.id}::uuid`.execute(db)
  return rows.map(toFacts)
}

/** What formulas ask of these children, by child. */
export async function listFactsOf(db: Db, childIds: readonly string[]): Promise<Map<string, ChildFacts>> {
  const { rows } = await sql`${facts} where c.id = any (${[...childIds]}::uuid[])`.execute(db)
  return new Map(rows.map(toFacts).map((child) => [child.id, child]))
}

function toFacts(row: unknown): ChildFacts {
  const parsed = Row.parse(row)
  return { ...parsed, measurements: parsed.measurements.map(toMeasurement) }
}
