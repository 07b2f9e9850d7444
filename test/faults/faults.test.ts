import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import * as product from './running.ts'

const dataFolder = product.newDataFolder()
let communeId = ''

/** Kept by the test, not by the server: what was answered with 200 must never be gone. */
const acknowledged = new Set<string>()
const unanswered = new Set<string>()

/** A name has no digits. */
const lettersOf = (id: string) =>
  [...id.slice(-8)].map((hex) => String.fromCodePoint(97 + Number.parseInt(hex, 16))).join('')

const child = (id: string) => ({
  ...{ id, communeId, villageId: null, fullName: `Y ${lettersOf(id)}`, bornOn: '2023-02-10', sex: 'female' },
  ...{ ethnicCode: '14', householdCode: null, address: null, poverty: 'none', disabled: false },
  ...{ specialCircumstance: false, education: 'none', personalId: null, isAnotherChild: true },
  carers: [{ id: newId(), fullName: 'Y Nga', relation: 'mother', phone: '0912345678' }],
})

/** Registers children one after the other until the server is gone or `enough` says so. */
async function writeOn(officer: product.Officer, enough: () => boolean): Promise<number[]> {
  const statuses: number[] = []
  while (!enough()) {
    const id = newId()
    unanswered.add(id)
    const reply = await officer('POST', '/children', child(id)).catch(() => undefined)
    if (reply === undefined) return statuses
    statuses.push(reply.status)
    if (![200, 503].includes(reply.status)) return statuses
    if (reply.status !== 200) continue
    acknowledged.add(id)
    unanswered.delete(id)
  }
  return statuses
}

/** Only a hang runs into this. */
const mostSeconds = 120

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + mostSeconds * 1000; !(await condition()); await wait(50))
    if (Date.now() > end) throw new Error(`still waiting after ${mostSeconds} s`)
}

/** Every acknowledged child is there with its carer; one without an answer is wholly there or not at all. */
async function expectNothingLost(officer: product.Officer): Promise<void> {
  for (const id of acknowledged) {
    const { status, body } = await officer('GET', `/children/${id}`)
    expect([status, body.carers?.length]).toEqual([200, 1])
  }
  for (const id of unanswered) {
    const { status, body } = await officer('GET', `/children/${id}`)
    expect(status === 404 || body.carers?.length === 1).toBe(true)
    expect((await officer('POST', '/children', child(id))).status).toBe(200)
    acknowledged.add(id)
  }
  unanswered.clear()
}

describe('the product under faults', () => {
  /** Left at work by each test for the next: a start and an end take three seconds of a processor. */
  let running: product.Running

  test('killed in the middle of writes: everything that was acknowledged is there after the next start', async () => {
    running = await product.startProduct(dataFolder)
    communeId = await product.setUpDakHa(running)
    const { officer } = await product.signIn(running)
    const writers = Array.from({ length: 8 }, () => writeOn(officer, () => false))
    await until(() => acknowledged.size > 60)
    await running.kill('SIGKILL')
    await Promise.all(writers)

    running = await product.startProduct(dataFolder)
    await expectNothingLost((await product.signIn(running)).officer)
  })

  test('server and database killed together, as by a power cut', async () => {
    const { officer } = await product.signIn(running)
    const before = acknowledged.size
    const writers = Array.from({ length: 8 }, () => writeOn(officer, () => false))
    await until(() => acknowledged.size > before + 40)
    const postmaster = product.postmasterOf(dataFolder) ?? 0
    const killed = running.kill('SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await killed
    await Promise.all(writers)

    running = await product.startProduct(dataFolder)
    await expectNothingLost((await product.signIn(running)).officer)
  })

  test('the database killed: a clear answer meanwhile, and it comes back by itself', async () => {
    const { officer } = await product.signIn(running)
    const before = acknowledged.size
    let isBack = false
    const writers = Array.from({ length: 4 }, () => writeOn(officer, () => isBack))
    await until(() => acknowledged.size > before + 20)
    process.kill(product.postmasterOf(dataFolder) ?? 0, 'SIGKILL')
    await until(async () => (await officer('GET', '/setup')).status === 503)
    const away = await officer('GET', '/children/imports')
    const afterKill = acknowledged.size
    await until(() => acknowledged.size > afterKill + 10)
    isBack = true
    const statuses = new Set((await Promise.all(writers)).flat())

    expect([...statuses].toSorted()).toEqual([200, 503])
    if (away.status !== 200)
      expect([away.status, away.body.title]).toEqual([
        503,
        expect.stringContaining('hãy thử lại sau ít giây'),
      ])
    await expectNothingLost(officer)
  })

  test('asked to stop, it finishes the request under way and then stops', async () => {
    const { cookie } = await product.signIn(running)
    const id = newId()
    const body = Buffer.from(JSON.stringify(child(id)))
    const sent = request(`${running.address}/api/children`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'content-length': body.length },
    })
    const answered = new Promise<number>((done, fail) => {
      sent.once('response', (reply) => done(reply.resume().statusCode ?? 0)).once('error', fail)
    })
    sent.write(body.subarray(0, 40))
    await wait(300)
    const gone = running.kill('SIGTERM')
    await wait(300)
    sent.end(body.subarray(40))
    expect(await answered).toBe(200)
    expect(await gone).toBe(0)
    expect(product.postmasterOf(dataFolder)).toBeUndefined()
    acknowledged.add(id)
  })

  test('started twice on the same data: both answer, and the end of one leaves the other at work', async () => {
    const [first, second] = await Promise.all([
      product.startProduct(dataFolder),
      product.startProduct(dataFolder),
    ])
    expect(first.address).not.toBe(second.address)
    const { officer } = await product.signIn(second)
    expect((await officer('POST', '/children', child(newId()))).status).toBe(200)
    expect(await first.kill('SIGTERM')).toBe(0)
    expect((await officer('POST', '/children', child(newId()))).status).toBe(200)
    await expectNothingLost(officer)
    expect(await second.kill('SIGTERM')).toBe(0)
    expect(product.postmasterOf(dataFolder)).toBeUndefined()
  })

  test.each([
    ['a port that is no number', { UOMMAM_PORT: 'abc' }, 'UOMMAM_PORT'],
    ['an address of a database that is none', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    ['a database that does not answer', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/a' }, 'ECONNREFUSED'],
  ])('%s ends the start with a clear message', async (_, environment, named) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'uommam-none-')), 'data')
    const { code, said } = await product.failingStart(folder, environment)
    expect(code).toBe(1)
    expect(said).toContain('Không khởi động được')
    expect(said).toContain(named)
    expect(said).not.toMatch(/\bat \w+.*\.ts:\d/)
    expect(existsSync(folder)).toBe(false)
  })

  test('a data folder that is a file ends the start with a clear message', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'uommam-none-')), 'data')
    writeFileSync(path, 'đây là một tệp')
    const { code, said } = await product.failingStart(path, {})
    expect([code, said]).toEqual([1, expect.stringContaining('Không khởi động được')])
  })
})
