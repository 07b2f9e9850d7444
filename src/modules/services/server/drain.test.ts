import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import type { Writing } from '#platform/http/route.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { actorOf, people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { undoRecord } from './commands.ts'
import { summedPlaces } from './counters.ts'
import { drainBatch } from './drain.ts'
import { forgetChildren } from './forget.ts'
import { servicePackage } from './package.ts'
import { recordService } from './record-services.ts'
import { recountDifferences } from './recount.ts'
import { keptPeriods } from './status.ts'

const today: Day = '2026-11-22'
const database = await testDatabase()
const actor = await actorOf(database, people.thuProvinceOfficer)
const communes = [places.dakHa, places.dakTo] as const

beforeEach(() => truncateAll(database))

async function drain(day = today): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, day))) === 'more');
}

async function differences(day = today): Promise<unknown[]> {
  const all: unknown[] = []
  for (const communeId of communes)
    for (const period of keptPeriods(day))
      all.push(...(await database.read((db) => recountDifferences(db, { communeId, period, today: day }))))
  return all
}

function writing<T>(work: (context: Writing) => Promise<T>): Promise<T> {
  return database.write((tx) => work({ actor, tx, clock: clockAt(`${today}T09:00:00+07:00`) }))
}

/** The same numbers each run: a linear congruence is chance enough here. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

const items = servicePackage().items.filter(
  (item) => item.audience !== 'pregnant-woman' && item.rhythm.kind !== 'doses',
)

async function manyChildren(count: number, pick: (below: number) => number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const bornOn = addDays(today, -pick(3400))
    ids.push(await addChild(database, { bornOn, communeId: communes[pick(2)] ?? places.dakHa }))
  }
  return ids
}

type Kept = { id: string; childId: string }

/** One thing that may happen to a child; refusals are part of life. */
async function happen(pick: (below: number) => number, ids: string[], kept: Kept[]): Promise<void> {
  const childId = ids[pick(ids.length)] ?? ''
  const kind = pick(10)
  if (kind < 7) {
    const record = {
      id: newId(),
      childId,
      itemCode: items[pick(items.length)]?.code ?? '',
      doneOn: addDays(today, -pick(700)),
    }
    const rest = {
      dose: null,
      answer: pick(10) === 0 ? 'refused' : 'done',
      note: 'Gia đình chưa đồng ý',
      irregular: false,
    } as const
    await writing((context) => recordService(context, { ...record, ...rest })).then(
      () => kept.push({ id: record.id, childId }),
      () => undefined,
    )
  } else if (kind < 9) {
    const one = kept[pick(kept.length)]
    if (one) await writing((context) => undoRecord(context, { childId: one.childId, recordId: one.id }))
  } else {
    const commune = communes[pick(2)] ?? places.dakHa
    await database.owner.query(
      `update children set commune_id = a.id, area_lft = a.lft, poverty = 'poor' from areas a
       where children.id = $1 and a.id = $2`,
      [childId, commune],
    )
    await database.owner.query('insert into services_stale (child_id) values ($1)', [childId])
  }
}

/** Sums of a commune and period that are not those of its counters, or are missing, or too many. */
async function wrongSums(): Promise<unknown[]> {
  const { rows } = await database.owner.query(
    `with counted as (
       select c.commune_id, c.period, p.place, sum(c.due[p.place])::int as due, sum(c.got[p.place])::int as got
       from services_counters c cross join generate_series(1, $1::int) as p (place) group by 1, 2, 3),
     kept as (
       select s.commune_id, s.period, p.place, s.due[p.place] as due, s.got[p.place] as got
       from services_sums s cross join generate_series(1, $1::int) as p (place))
     select * from counted c full join kept k using (commune_id, period, place)
     where c.due is distinct from k.due or c.got is distinct from k.got`,
    [summedPlaces],
  )
  return rows
}

test('the sums over all ages equal the counters, whoever changes these', async () => {
  const pick = chance(230)
  const ids = await manyChildren(60, pick)
  const kept: Kept[] = []
  for (let round = 0; round < 3; round += 1) {
    for (let step = 0; step < 30; step += 1) await happen(pick, ids, kept)
    await drain()
    expect(await wrongSums()).toEqual([])
  }
  await database.owner.query(`update services_counters set due[1] = due[1] + 1 where age_years = 2`)
  expect(await wrongSums()).toEqual([])
  await database.owner.query(`delete from services_counters where age_years < 4 or period = '2026-H1'`)
  expect(await wrongSums()).toEqual([])
  await database.owner.query('truncate services_counters')
  const { rows } = await database.owner.query('select count(*)::int as left from services_sums')
  expect(rows).toEqual([{ left: 0 }])
})

describe('status rows and counters', () => {
  test('equal a recount after anything that may happen', async () => {
    const pick = chance(1437)
    const ids = await manyChildren(60, pick)
    const kept: Kept[] = []
    for (let round = 0; round < 4; round += 1) {
      for (let step = 0; step < 40; step += 1) await happen(pick, ids, kept)
      await drain()
      expect(await differences()).toEqual([])
    }
    const { rows } = await database.owner.query(`select sum(due[1])::int as due from services_counters`)
    expect(rows[0].due).toBeGreaterThan(100)
  })

  test('stay exact when two processes drain while people write', async () => {
    const pick = chance(8)
    const ids = await manyChildren(60, pick)
    const kept: Kept[] = []
    const write = async () => {
      for (let step = 0; step < 60; step += 1) await happen(pick, ids, kept)
    }
    const drainSometimes = async () => {
      for (let step = 0; step < 30; step += 1) {
        await database.write((tx) => drainBatch(tx, today))
        await new Promise((done) => setTimeout(done, 3))
      }
    }
    await Promise.all([write(), write(), drainSometimes(), drainSometimes()])
    await drain()
    expect(await differences()).toEqual([])
  })

  test('follow the calendar without a new record', async () => {
    const pick = chance(3)
    await manyChildren(40, pick)
    await drain()
    for (const day of ['2026-12-05', '2026-12-31', '2027-01-01', '2027-03-15']) {
      await drain(day)
      expect(await differences(day)).toEqual([])
    }
  })

  test('a difference is named', async () => {
    await addChild(database, { bornOn: '2024-01-01' })
    await drain()
    await database.owner.query(`update services_counters set got[1] = 0 where period = '2026-H1'`)
    await database.owner.query(`update services_counters set due[1] = due[1] + 1 where period = '2026-H1'`)
    const found = await differences()
    expect(found).toEqual([
      expect.objectContaining({ what: 'counter', key: 'all', shown: expect.objectContaining({ due: 2 }) }),
    ])
  })

  test('forgetting children gives the counters back what they added', async () => {
    const ids = await manyChildren(20, chance(5))
    await drain()
    await database.write((tx) => forgetChildren(tx, ids))
    await database.owner.query('delete from children where id = any($1)', [ids])
    const { rows } = await database.owner.query('select count(*)::int as left from services_counters')
    expect(rows).toEqual([{ left: 0 }])
  })

  test('a child with status rows cannot be deleted behind the counters', async () => {
    const id = await addChild(database, { bornOn: '2024-01-01' })
    await drain()
    await expect(database.owner.query('delete from children where id = $1', [id])).rejects.toThrow(
      'services_',
    )
  })
})
