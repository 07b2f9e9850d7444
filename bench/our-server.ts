import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { isVietnamNight } from '#base/day.ts'
import { type Running, startProcess } from './processes.ts'

export type OurServer = { running: Running; headers: Record<string, string> }

const Setup = z.object({ needed: z.boolean() })
const Me = z.object({ grants: z.array(z.object({ id: z.string(), role: z.string() })) })
const person = { fullName: 'Nguyễn Thị Đo', username: 'do.bench', password: 'mot hai ba bon nam' }

/**
 * At night the product looks for pairs of records and counts again, which is not to be measured with the rest: then its
 * clock runs eight hours ahead, on the same calendar day.
 */
function dayClock(): Record<string, string> {
  if (!isVietnamNight(new Date())) return {}
  const clock = new URL('../test/e2e/shifted-clock.mjs', import.meta.url)
  return { NODE_OPTIONS: `--import=${clock.href}`, CLOCK_SHIFT_MS: String(8 * 3_600_000) }
}

/** The application as `npm start` runs it, set up for the province if it was not, with an officer of it signed in. */
export async function startOurServer(databaseUrl: string, areaId: string): Promise<OurServer> {
  spawnSync(process.execPath, [join(import.meta.dirname, '../scripts/prepare.mjs')])
  const running = await startProcess('src/apps/start.ts', {
    DATABASE_URL: databaseUrl,
    UOMMAM_PORT: '0',
    ...dayClock(),
  })
  const setup = await fetch(`${running.url}/api/setup`)
  if (Setup.parse(await setup.json()).needed) await send(running.url, '/api/setup', { areaId, ...person })
  const signedIn = await send(running.url, '/api/auth/sign-in/username', person)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ')
  const me = await fetch(`${running.url}/api/me`, { headers: { cookie } })
  const grant = Me.parse(await me.json()).grants.find(({ role }) => role !== 'administrator')
  if (!grant) throw new Error('the first person has no grant as officer')
  return { running, headers: { cookie, 'x-grant': grant.id } }
}

async function send(url: string, path: string, body: object): Promise<Response> {
  const reply = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`)
  return reply
}
