import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { administrator, type NewAdministrator } from './person.ts'
import type { Started } from './started.ts'

/** Runs a command of the product on its data. */
export async function runCommand({ program }: Started, ...words: string[]): Promise<string> {
  const { before, env } = program()
  const { stdout } = await promisify(execFile)(process.execPath, [...before, 'src/apps/cli.ts', ...words], {
    cwd: resolve(import.meta.dirname, '../..'),
    env,
  })
  return stdout.trim()
}

const Place = z.object({ id: z.string(), code: z.string(), name: z.string() })
const Invited = z.object({ token: z.string() })
const Signed = z.object({ grants: z.array(z.object({ id: z.string(), role: z.string() })) })

/** A product of a whole province: its administrator, who is its officer too, and officers in communes. */
export async function setUpProvince(
  { address }: Started,
  officers: readonly (NewAdministrator & { communeCode: string })[],
): Promise<void> {
  const ask = doorOf(address)
  const [province] = z.array(Place).parse(await ask('GET', '/setup/areas?text=quang+ngai'))
  const communes = z.array(Place).parse(await ask('GET', `/setup/areas?parentId=${province?.id}`))
  await ask('POST', '/setup', { areaId: province?.id, ...administrator })
  const { username, password } = administrator
  await ask('POST', '/auth/sign-in/username', { username, password })
  const me = Signed.parse(await ask('GET', '/me'))
  const grant = me.grants.find(({ role }) => role === 'administrator')?.id
  for (const { communeCode, fullName, username: name, password: secret } of officers) {
    const areaId = communes.find(({ code }) => code === communeCode)?.id
    const person = { id: newId(), fullName, username: name, role: 'commune-officer', areaId }
    const { token } = Invited.parse(await ask('POST', '/people', person, grant))
    await ask('POST', `/invitations/${token}`, { password: secret })
  }
}

/** Calls the product's own door as its page does, with the cookie of who signed in. */
function doorOf(address: string) {
  let cookie = ''
  return async (method: string, url: string, body?: object, grant?: string): Promise<unknown> => {
    const reply = await fetch(`${address}/api${url}`, {
      method,
      headers: {
        ...{ origin: address, cookie },
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(grant ? { 'x-grant': grant } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const set = reply.headers.getSetCookie().map((line) => line.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}
