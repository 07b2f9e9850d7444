import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { actorOf, people } from '#test/people.ts'
import type { Range, Tx } from '../db/types.ts'
import { createPool } from '../db/pool.ts'
import type { Asked } from './route.ts'
import { createTogether, type Outcome } from './together.ts'

const database: TestDatabase = await testDatabase()
const lan = await actorOf(database, people.lanOfficerDakHa)
const phuc = await actorOf(database, people.phucOfficerDakTo)
await database.owner.query(`
  create table written (id uuid primary key, word text not null check (word <> 'refused by the database'),
    range text not null default current_setting('app.lft') || '-' || current_setting('app.rgt'),
    transaction xid8 not null default pg_current_xact_id());
  grant select, insert on written to public`)

afterEach(() => database.owner.query('delete from written'))

const refusal = new Problem('test.refused', { status: 409, vi: 'Không được.', en: 'Refused.' })

type Word = { id: string; word: string }

const wordOf = ({ input }: Asked): Word => Object.assign({ id: '', word: '' }, input.body)

/** Writes every word but "refused by a rule", with one statement; remembers how many came together. */
function writer() {
  const sizes: number[] = []
  const work = async (tx: Tx, asked: readonly Asked[]): Promise<Outcome<unknown>[]> => {
    sizes.push(asked.length)
    const words = asked.map(wordOf)
    const taken = words.filter(({ word }) => word !== 'refused by a rule')
    for (const { id, word } of taken)
      await sql`insert into written (id, word) values (${id}, ${word})`.execute(tx)
    return words.map((one) =>
      one.word === 'refused by a rule' ? { ok: false, problem: refusal } : { ok: true, reply: one.word },
    )
  }
  return { work, sizes }
}

function asking(together: ReturnType<typeof createTogether>, work: ReturnType<typeof writer>['work']) {
  return (word: string, { actor = lan, id = newId() } = {}) => {
    const input = { params: undefined, search: undefined, body: { id, word }, fields: undefined }
    return together.run('POST /words', actor.area, { actor, input }, work)
  }
}

async function rows(): Promise<{ word: string; range: string; transaction: string }[]> {
  return (await database.owner.query('select word, range, transaction::text from written order by word')).rows
}

const outcomes = (all: Promise<unknown>[]) =>
  Promise.allSettled(all).then((list) =>
    list.map((one) => (one.status === 'fulfilled' ? one.value : one.reason)),
  )

describe('commands that wait at the same moment', () => {
  test('share one transaction, and each gets its own answer', async () => {
    const { work, sizes } = writer()
    const say = asking(createTogether(database.pool), work)
    expect(await outcomes(['an', 'binh', 'chi'].map((word) => say(word)))).toEqual(['an', 'binh', 'chi'])
    expect(sizes).toEqual([3])
    expect(new Set((await rows()).map(({ transaction }) => transaction)).size).toBe(1)
  })

  test('one that a rule refuses leaves the others written', async () => {
    const say = asking(createTogether(database.pool), writer().work)
    const [first, refused, last] = await outcomes([say('an'), say('refused by a rule'), say('chi')])
    expect([first, refused, last]).toEqual(['an', refusal, 'chi'])
    expect((await rows()).map(({ word }) => word)).toEqual(['an', 'chi'])
  })

  test('one that the database refuses is refused alone: the others are written again without it', async () => {
    const { work, sizes } = writer()
    const say = asking(createTogether(database.pool), work)
    const told = await outcomes([say('an'), say('refused by the database'), say('chi')])
    expect(told).toEqual(['an', expect.objectContaining({ code: '23514' }), 'chi'])
    expect((await rows()).map(({ word }) => word)).toEqual(['an', 'chi'])
    expect(sizes).toEqual([3, 1, 1, 1])
  })

  test('the same id twice is stored once', async () => {
    const say = asking(createTogether(database.pool), writer().work)
    const id = newId()
    const told = await outcomes([say('an', { id }), say('an', { id })])
    expect(told).toEqual(['an', expect.objectContaining({ code: '23505' })])
    expect(await rows()).toHaveLength(1)
  })

  test('grants of different places never share a transaction or its settings', async () => {
    const { work, sizes } = writer()
    const say = asking(createTogether(database.pool), work)
    await Promise.all([say('dakha'), say('dakto', { actor: phuc }), say('dakha too')])
    const rangeOf = ({ lft, rgt }: Range) => `${lft}-${rgt}`
    const [first, too, other] = await rows()
    expect([first?.range, too?.range, other?.range]).toEqual([
      rangeOf(lan.area),
      rangeOf(lan.area),
      rangeOf(phuc.area),
    ])
    expect(first?.transaction).not.toBe(other?.transaction)
    expect(sizes.toSorted()).toEqual([1, 2])
  })

  test('no more than 32 go together, and none is forgotten', async () => {
    const { work, sizes } = writer()
    const together = createTogether(database.pool)
    const say = asking(together, work)
    const words = Array.from({ length: 100 }, (_, index) => `w${String(index).padStart(3, '0')}`)
    const told = outcomes(words.map((word) => say(word)))
    expect(together.waiting()).toBe(100)
    expect(await told).toEqual(words)
    expect(together.waiting()).toBe(0)
    expect(Math.max(...sizes)).toBe(32)
    expect(await rows()).toHaveLength(100)
  })

  test('one that waits for a lock does not hold up those that come after it', async () => {
    const { work } = writer()
    const say = asking(createTogether(database.pool), work)
    const id = newId()
    const holder = await database.owner.connect()
    await holder.query('begin')
    await holder.query(`insert into written (id, word, range) values ($1, 'holder', '')`, [id])
    const held = say('held', { id }).catch((cause: unknown) => cause)
    await new Promise((done) => setTimeout(done, 10))
    expect(await say('passing')).toBe('passing')
    await holder.query('rollback')
    holder.release()
    expect(await held).toBe('held')
  })

  test('nobody is told "done" before the commit, and all are told when the connection dies', async () => {
    const pool = createPool(database.url, { max: 2 })
    const { work } = writer()
    const cut = async (tx: Tx, asked: readonly Asked[]): Promise<Outcome<unknown>[]> => {
      const told = await work(tx, asked)
      await database.owner.query(
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_class c on c.oid = l.relation
         where c.relname = 'written' and l.mode = 'RowExclusiveLock' and l.pid <> pg_backend_pid()`,
      )
      return told
    }
    const say = asking(createTogether(pool), cut)
    const told = await outcomes([say('an'), say('binh')])
    await pool.end()
    for (const one of told) expect(one).toBeInstanceOf(Error)
    expect(await rows()).toEqual([])
  })
})
