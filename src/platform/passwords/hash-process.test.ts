import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createHashProcess, hashedHere } from './hash-process.ts'

const password = 'hoa sen trên đỉnh núi'
let passwords = createHashProcess()

afterEach(() => passwords.stop())

/** Processes of this one that hash. */
const running = () =>
  execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('hash-program'))

test('hashes apart as Better Auth does here, many at once', async () => {
  passwords = createHashProcess()
  const [apart, here] = await Promise.all([passwords.hash(password), hashedHere.hash(password)])
  expect(apart).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
  const asked = [apart, here].flatMap((hash) => [
    passwords.verify({ password, hash }),
    passwords.verify({ password: `${password}!`, hash }),
  ])
  expect(await Promise.all(asked)).toEqual([true, false, true, false])
  expect(await hashedHere.verify({ password, hash: apart })).toBe(true)
})

test('a process that is ended loses no answer, and the next question starts another', async () => {
  passwords = createHashProcess()
  const under = passwords.hash(password)
  passwords.stop()
  expect(await hashedHere.verify({ password, hash: await under })).toBe(true)
  expect(await passwords.verify({ password, hash: await under })).toBe(true)
})

test('what cannot be hashed is refused as it would be here', async () => {
  passwords = createHashProcess()
  await expect(passwords.verify({ password, hash: 'no hash' })).rejects.toThrow('Invalid password hash')
})

test('is not kept between waves', async () => {
  passwords = createHashProcess({ idleMs: 20 })
  await passwords.hash(password)
  await expect.poll(async () => (await wait(20), running())).toEqual([])
})
