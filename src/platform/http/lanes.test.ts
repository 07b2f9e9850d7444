import { describe, expect, test, vi } from 'vitest'
import { createLanes, longestQueue } from './lanes.ts'

/** Work that goes on until it is told to end. */
function works() {
  const started: (() => void)[] = []
  const work = () => new Promise<void>((end) => started.push(end))
  return { work, count: () => started.length, endOne: () => started.shift()?.() }
}

const settled = () => new Promise((done) => setImmediate(done))

describe('of 20 connections', () => {
  test('readers hold 14, and the next one starts when one ends', async () => {
    const { reading } = createLanes(20)
    const { work, count, endOne } = works()
    const all = Array.from({ length: 16 }, () => reading(work))
    await settled()
    expect(count()).toBe(14)
    endOne()
    await settled()
    // One of the fourteen has gone, the fifteenth has come.
    expect(count()).toBe(14)
    for (let turn = 0; turn < 16; turn += 1) {
      endOne()
      await settled()
    }
    await Promise.all(all)
  })

  test('beside a command new readers hold 5; they are not stopped, and have all again after it', async () => {
    const { reading, writing } = createLanes(20)
    const [readers, commands] = [works(), works()]
    const written = writing(commands.work)
    const all = Array.from({ length: 10 }, () => reading(readers.work))
    await settled()
    expect([commands.count(), readers.count()]).toEqual([1, 5])
    commands.endOne()
    await written
    await settled()
    expect(readers.count()).toBe(10)
    for (let turn = 0; turn < 10; turn += 1) readers.endOne()
    await Promise.all(all)
  })

  test('a command that takes longer than a second has no right of way any more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { reading, writing } = createLanes(20)
    const [readers, commands] = [works(), works()]
    const written = writing(commands.work)
    const all = Array.from({ length: 10 }, () => reading(readers.work))
    vi.advanceTimersByTime(1_000)
    await settled()
    expect(readers.count()).toBe(10)
    for (let turn = 0; turn < 10; turn += 1) readers.endOne()
    commands.endOne()
    await Promise.all([written, ...all])
    vi.useRealTimers()
  })

  test('commands are never counted against each other', async () => {
    const { writing } = createLanes(20)
    const { work, count, endOne } = works()
    const all = Array.from({ length: 50 }, () => writing(work))
    expect(count()).toBe(50)
    for (let turn = 0; turn < 50; turn += 1) endOne()
    await Promise.all(all)
  })
})

describe('a line that does not move', () => {
  const isRefused = { code: 'http.database-away' }

  test('has an end: who comes after it is refused at once', async () => {
    const { reading } = createLanes(2)
    const { work, endOne } = works()
    const running = [reading(work), reading(work)]
    const waiting = Array.from({ length: longestQueue }, () => reading(async () => undefined))
    await expect(reading(work)).rejects.toMatchObject(isRefused)
    endOne()
    endOne()
    await Promise.all([...running, ...waiting])
  })

  test('is left after ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { reading } = createLanes(2)
    const { work, count, endOne } = works()
    const running = [reading(work), reading(work)]
    const impatient = reading(work)
    vi.advanceTimersByTime(10_000)
    await expect(impatient).rejects.toMatchObject(isRefused)
    endOne()
    endOne()
    await Promise.all(running)
    expect(count()).toBe(0)
    vi.useRealTimers()
  })
})
