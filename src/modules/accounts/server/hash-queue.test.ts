import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createHashQueue } from './hash-queue.ts'

test('never works on more than its share at once, and everyone gets a turn in order', async () => {
  const queue = createHashQueue({ atOnce: 2 })
  let now = 0
  let most = 0
  const order: number[] = []
  const work = (turn: number) =>
    queue.run(async () => {
      now += 1
      most = Math.max(most, now)
      await wait(2)
      order.push(turn)
      now -= 1
      return turn
    })
  const turns = [...Array(20).keys()]
  expect(await Promise.all(turns.map(work))).toEqual(turns)
  expect([most, order]).toEqual([2, turns])
})

test('a failure gives its place on', async () => {
  const queue = createHashQueue({ atOnce: 1 })
  const failing = queue.run(async () => {
    throw new Error('no')
  })
  const next = queue.run(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
  expect(await queue.run(async () => 'again')).toBe('again')
})

test('a line that is too long refuses newcomers in words', async () => {
  const queue = createHashQueue({ atOnce: 1, longest: 1 })
  const slow = queue.run(() => wait(10))
  const waiting = queue.run(async () => 'second')
  await expect(queue.run(async () => 'third')).rejects.toMatchObject({ code: 'http.too-many' })
  await slow
  expect(await waiting).toBe('second')
})
