import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { WrongCall } from '#platform/cli/command.ts'
import { clockAt } from '#platform/clock.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { places } from '#test/people.ts'
import { dutiesCommands } from './cli.ts'
import { markSent } from './public.ts'

const database = await testDatabase()
const [command] = dutiesCommands

beforeEach(async () => {
  await truncateAll(database)
  await database.owner.query(`update accounts_installation set set_up_at = '2026-01-05T08:00:00+07:00'`)
})

/** `duty list` on a day: what it printed and how it ended. */
async function list(day: string, options: Record<string, string> = {}): Promise<string[]> {
  const out: string[] = []
  const code = await command?.run(
    { words: [], options },
    {
      ...{ clock: clockAt(`${day}T09:00:00+07:00`), log: pino({ level: 'silent' }), note: () => {} },
      print: (line) => void out.push(line),
      reading: (range, work) => database.read(work, range),
      writing: (range, work) => database.write(work, range),
    },
  )
  expect(code).toBe(0)
  return out
}

const yearly = (line: string) => line.endsWith('năm 2026 [ecd-year]')

/** Đăk Hà sends the report of the year. "Before 30/11" of 2026 is Sunday 29/11, so Monday 30/11 is still in time. */
async function send(at: string): Promise<void> {
  const id = newId()
  await database.write((tx) =>
    markSent(tx, { areaId: places.dakHa, regimeCode: 'ecd-year', period: '2026', at, reportId: id }),
  )
}

describe('duty list', () => {
  test.each([
    ['2026-10-01', /^30\/11\/2026 {2}chưa đến hạn {2}/],
    ['2026-11-25', /^30\/11\/2026 {2}sắp đến hạn {2}/],
    ['2026-12-01', /^30\/11\/2026 {2}quá hạn {2}/],
  ])('of a commune on %s says day, state and code', async (day, line) => {
    expect((await list(day, { area: '23500' })).filter(yearly)).toEqual([expect.stringMatching(line)])
  })

  test('what was sent late is sent, and is no longer among the late', async () => {
    const late = { area: '23500', late: 'true' }
    expect((await list('2026-12-05', late)).some(yearly)).toBe(true)
    await send('2026-12-04T02:00:00Z')
    expect((await list('2026-12-05', late)).some(yearly)).toBe(false)
    const { duties } = JSON.parse((await list('2026-12-05', { area: '23500', json: 'true' })).join(''))
    expect(duties.find(({ code }: { code: string }) => code === 'ecd-year')).toMatchObject({
      ...{ period: '2026', state: 'sent', isSentLate: true, dueOn: '2026-11-30' },
    })
    const [line] = (await list('2026-12-05', { area: '23500' })).filter(yearly)
    expect(line).toMatch(/^30\/11\/2026 {2}đã gửi \(gửi 04\/12\/2026, chậm\) {2}/)
  })

  test('--below counts the units of the place of the installation', async () => {
    await send('2026-11-20T02:00:00Z')
    const [line] = (await list('2026-12-05', { below: 'true' })).filter(yearly)
    const [, all, behind] = /1\/(\d+) xã, phường, đặc khu đã gửi, (\d+) quá hạn/.exec(line ?? '') ?? []
    expect(Number(all)).toBeGreaterThan(50)
    expect(Number(behind)).toBe(Number(all) - 1)
    const late = { area: '51', below: 'true', late: 'true', json: 'true' }
    const { duties } = JSON.parse((await list('2026-12-05', late)).join(''))
    expect(duties.every((duty: { late: number }) => duty.late > 0)).toBe(true)
  })

  test.each([
    ['a place that is not there', { area: '99999' }, 'duties.no-such-area'],
    ['units below a commune', { area: '23500', below: 'true' }, 'duties.no-units-below'],
  ])('%s: refused', async (_, options, code) => {
    await expect(list('2026-10-01', options)).rejects.toMatchObject({ code })
  })

  test('a year that is none is a wrong call', async () => {
    await expect(list('2026-10-01', { area: '23500', year: 'nay' })).rejects.toBeInstanceOf(WrongCall)
  })
})
