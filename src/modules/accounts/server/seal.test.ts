import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testDatabase } from '#test/database.ts'
import { actorOf, people } from '#test/people.ts'
import { audit, insertReads } from './queries-audit.ts'
import { createSealer, lastSeals } from './seal.ts'
import { checkSentence, verifyLog } from './verify-audit.ts'

const database = await testDatabase()
const lan = await actorOf(database, people.lanOfficerDakHa)
const childId = newId()

const scopes = {
  reading: <T>(work: Parameters<typeof database.read<T>>[0]) => database.read(work),
  writing: <T>(work: Parameters<typeof database.write<T>>[0]) => database.write(work),
}

async function sealAll(): Promise<void> {
  const sealer = createSealer(scopes)
  while ((await sealer.pass()) === 'more');
}

const act = (action: string, details = {}) =>
  database.write((tx) => audit(tx, lan, action, newId(), { childId, ...details }))

const see = () =>
  insertReads(database.pool, [
    { actor: lan, route: '/children/:childId', childIds: [childId], kind: 'read', asked: null },
  ])

const check = (log: 'audit' | 'reads' = 'audit', anchors: Parameters<typeof verifyLog>[2] = []) =>
  database.read((db) => verifyLog(db, log, anchors))

/** As somebody with every right on the server would do it. */
const tamper = (sql: string) => database.owner.query(sql)

beforeEach(async () => {
  await tamper('truncate accounts_audit, accounts_reads, accounts_seals restart identity')
  for (const action of ['children.registered', 'children.edited', 'children.left'])
    await act(action, { before: { fullName: 'Y Mai' }, after: { fullName: 'Y Mai Hoa' } })
  await see()
  await sealAll()
})

describe('the application', () => {
  test.each([
    'update accounts_audit set action = action',
    'delete from accounts_audit',
    'truncate accounts_audit',
    'update accounts_reads set route = route',
    'delete from accounts_reads',
    'truncate accounts_reads',
    'update accounts_seals set digest = previous',
    'delete from accounts_seals',
    'truncate accounts_seals',
    'alter table accounts_audit disable row level security',
    'drop table accounts_reads',
    'alter sequence accounts_audit_seq_seq restart',
  ])('may not: %s', async (sql) => {
    await expect(
      database.pool.query(`begin; set local app.lft = 0; set local app.rgt = 2147483647; ${sql}`),
    ).rejects.toThrow(/permission denied|must be owner/)
  })

  test('cannot choose the number of a row', async () => {
    const insert = database.pool.query(
      `begin; set local app.lft = 0; set local app.rgt = 2147483647;
       insert into accounts_audit (id, person_id, grant_id, area_lft, action, seq)
       values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'x', 77)`,
    )
    await expect(insert).rejects.toThrow('seq')
  })
})

describe('an untouched log', () => {
  test('is whole, with its blocks and without a waiting row', async () => {
    expect(await check()).toMatchObject({ blocks: 1, unsealed: 0, fault: undefined })
    expect(await check('reads')).toMatchObject({ blocks: 1, unsealed: 0, fault: undefined })
    expect(checkSentence(await check())).toContain('nguyên vẹn')
  })

  test('stays whole over further blocks, rolled back numbers and another time zone', async () => {
    await database
      .write(async (tx) => {
        await audit(tx, lan, 'children.edited', newId())
        throw new Error('given up')
      })
      .catch(() => undefined)
    await act('children.reopened')
    await sealAll()
    expect(await check()).toMatchObject({ blocks: 2, fault: undefined })
    const client = await database.pool.connect()
    await client.query(
      `begin; set local app.lft = 0; set local app.rgt = 2147483647; set local timezone = 'Asia/Ho_Chi_Minh'`,
    )
    const { rows } = await client.query(
      'select accounts_seal_digest(s) = digest as whole from accounts_seals s',
    )
    await client.query('rollback')
    client.release()
    expect(rows.every(({ whole }) => whole === true)).toBe(true)
  })

  test('a transaction that is still open holds its stretch back, and is sealed after its end', async () => {
    const sealer = createSealer(scopes)
    await database.write(async (tx) => {
      await audit(tx, lan, 'children.edited', newId())
      await see()
      await sealer.pass()
      expect(await check()).toMatchObject({ blocks: 1, fault: undefined })
    })
    await sealer.pass()
    await sealer.pass()
    expect(await check()).toMatchObject({ blocks: 2, unsealed: 0, fault: undefined })
  })

  test('two sealers at once make one chain', async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([act('children.edited'), act('children.edited')])
      await Promise.all([sealAll(), sealAll()])
    }
    expect(await check()).toMatchObject({ unsealed: 0, fault: undefined })
  })

  test('more rows than one block holds become several', async () => {
    await tamper(`insert into accounts_audit (id, person_id, grant_id, area_lft, action)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'x' from generate_series(1, 4500)`)
    await sealAll()
    expect(await check()).toMatchObject({ blocks: 4, unsealed: 0, fault: undefined })
  })
})

test('rows of before the chain, more than one block of them, are sealed as they are', async () => {
  await tamper('truncate accounts_audit, accounts_seals restart identity')
  await tamper(`insert into accounts_audit (id, at, person_id, grant_id, area_lft, action)
    select gen_random_uuid(), now() - interval '1 year', gen_random_uuid(), gen_random_uuid(), 1, 'x'
    from generate_series(1, 4500)`)
  await sealAll()
  expect(await check()).toMatchObject({ blocks: 3, unsealed: 0, fault: undefined })
  await tamper(`insert into accounts_audit (id, at, person_id, grant_id, area_lft, action)
    values (gen_random_uuid(), now() - interval '1 year', gen_random_uuid(), gen_random_uuid(), 1, 'x')`)
  await sealAll()
  expect((await check()).fault).toMatchObject({ block: 4, row: { how: 'backdated' } })
})

describe('someone with every right on the database', () => {
  test.each([
    ['removes a row', 'delete from accounts_audit where seq = 2', { seq: 2, how: 'removed' }],
    [
      'alters who did it',
      'update accounts_audit set person_id = gen_random_uuid() where seq = 3',
      { seq: 3, how: 'altered' },
    ],
    [
      'alters the moment',
      `update accounts_audit set at = at - interval '1 second' where seq = 1`,
      { seq: 1, how: 'altered' },
    ],
    [
      'alters from where',
      `update accounts_audit set address = '10.0.0.1' where seq = 1`,
      { seq: 1, how: 'altered' },
    ],
    [
      'alters a value',
      `update accounts_audit set after = '{"fullName":"X"}' where seq = 2`,
      { seq: 2, how: 'values-altered' },
    ],
    [
      'takes values away as if they had been erased',
      `update accounts_audit set before = null, after = null, salt = null, erased_by = gen_random_uuid() where seq = 2`,
      { seq: 2, how: 'values-erased' },
    ],
  ])('%s: found, with the first broken row', async (_, sql, row) => {
    await tamper(sql)
    expect((await check()).fault).toEqual({ kind: 'row', block: 1, row })
  })

  test('alters a read: found', async () => {
    await tamper(`update accounts_reads set child_ids = '{}' where seq = 1`)
    expect((await check('reads')).fault).toEqual({ kind: 'row', block: 1, row: { seq: 1, how: 'altered' } })
    expect(checkSentence(await check('reads'))).toContain('dòng số 1')
  })

  test('puts a row into a gap of the numbers: found', async () => {
    await database
      .write(async (tx) => {
        await audit(tx, lan, 'children.edited', newId())
        throw new Error('given up')
      })
      .catch(() => undefined)
    await act('children.edited')
    await sealAll()
    await tamper(`insert into accounts_audit (id, seq, person_id, grant_id, area_lft, action) overriding system value
      values (gen_random_uuid(), 4, gen_random_uuid(), gen_random_uuid(), 1, 'x')`)
    expect((await check()).fault).toMatchObject({ row: { seq: 4, how: 'added' } })
  })

  test('adds a row of last week: found', async () => {
    await tamper(`insert into accounts_audit (id, at, person_id, grant_id, area_lft, action)
      values (gen_random_uuid(), now() - interval '7 days', gen_random_uuid(), gen_random_uuid(), 1, 'x')`)
    await sealAll()
    expect((await check()).fault).toMatchObject({ block: 2, row: { how: 'backdated' } })
  })

  test('alters a block, takes one out of the middle, or exchanges one: found', async () => {
    for (const action of ['children.edited', 'children.left']) {
      await act(action)
      await sealAll()
    }
    await tamper(
      `update accounts_seals set sealed_at = sealed_at - interval '1 day' where log = 'audit' and no = 2`,
    )
    expect((await check()).fault).toEqual({ kind: 'block', block: 2, how: 'altered' })
    await tamper(`update accounts_seals set previous = digest || previous where log = 'audit' and no = 2`)
    expect((await check()).fault).toMatchObject({ kind: 'block', block: 2, how: 'not-following' })
    await tamper(`delete from accounts_seals where log = 'audit' and no = 2`)
    expect((await check()).fault).toEqual({ kind: 'block', block: 2, how: 'missing' })
  })

  test('cuts off the end, rows and blocks: found by a seal that was written down elsewhere', async () => {
    await act('children.edited')
    await sealAll()
    const anchors = await database.read(lastSeals)
    expect((await check('audit', anchors)).fault).toBeUndefined()
    await tamper(
      `delete from accounts_audit where seq > 3; delete from accounts_seals where log = 'audit' and no > 1`,
    )
    expect((await check()).fault).toBeUndefined()
    expect((await check('audit', anchors)).fault).toEqual({ kind: 'block', block: 2, how: 'anchor-missing' })
    await act('children.registered')
    await sealAll()
    expect((await check('audit', anchors)).fault).toEqual({ kind: 'block', block: 2, how: 'anchor-differs' })
  })
})
