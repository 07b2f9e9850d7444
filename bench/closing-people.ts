import { z } from 'zod'
import type { Period } from '#base/period.ts'
import { newId } from '#base/id.ts'
import { pause } from './client.ts'
import type { Call } from './closing-calls.ts'
import type { Caller } from './people.ts'

/** Numbers that no system has and an officer types. */
export const typedCells = ['injured.08.total', 'injured.03.total', 'injured.01.total']
export const writtenSection = '2.1'

/** What an officer was told is stored. */
export type Sent = { reportId: string; areaId: string; text: string }

type Work = { planId: string; period: Period }

const Made = z.object({ id: z.string() })
const Checked = z.object({
  findings: z.array(z.object({ key: z.string(), level: z.string(), seen: z.unknown() })),
})

/** Seconds between two things that an officer does. */
const betweenActs = 2

/**
 * What the officer of a commune does: makes the report, types numbers, writes a section, looks at the checks, gives
 * reasons and sends. With `twice` every command is sent again, as a page does whose answer was lost. Undefined when
 * something was refused.
 */
export async function submit(
  call: Call,
  officer: Caller,
  { planId, period }: Work,
  { twice, actSeconds = betweenActs }: { twice: boolean; actSeconds?: number },
): Promise<Sent | undefined> {
  const write = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const answer = await call('write', officer, path, { method, body })
    if (twice) await call('write', officer, path, { method, body })
    await pause(actSeconds * 1_000)
    return answer
  }
  const made = Made.safeParse(await write('POST', '/reports', { id: newId(), planId, period }))
  if (!made.success) return undefined
  const reportId = made.data.id
  const at = `/reports/${reportId}`
  for (const [index, key] of typedCells.entries()) {
    const cell = { source: 'typed', value: index + 1, reason: 'Sổ theo dõi của trạm y tế', version: 0 }
    if (!(await write('PUT', `${at}/cells/${key}`, cell))) return undefined
  }
  const text = `Đã tổ chức truyền thông; mã kiểm tra ${newId()}.`
  if (!(await write('PUT', `${at}/sections/${writtenSection}`, { text, version: 0 }))) return undefined
  const checked = Checked.safeParse(await call('read', officer, `${at}/check`))
  for (const { key, level, seen } of checked.success ? checked.data.findings : [])
    if (level === 'warning')
      await write('PUT', `${at}/reasons/${encodeURIComponent(key)}`, { seen, reason: 'Đã đối chiếu.' })
  const step = await write('POST', `${at}/steps`, { id: newId(), kind: 'send' })
  return step === undefined ? undefined : { reportId, areaId: officer.areaId, text }
}

/** A page asks for several things at once. */
export type Page = string[]

/** Opens one page after the other, looks at each for `thinkSeconds` on average, until the day is over. */
export async function read(
  call: Call,
  reader: Caller,
  pages: readonly Page[],
  { isOver, thinkSeconds, index }: { isOver: () => boolean; thinkSeconds: number; index: number },
): Promise<void> {
  // Half to one and a half of it, the same in every run; the first page at any moment of the first round.
  const shareOf = (turn: number) => ((index * 7 + turn * 13) % 20) / 20
  await pause(shareOf(0) * thinkSeconds * 1_000)
  for (let turn = index; !isOver(); turn += 1) {
    const page = pages[turn % pages.length] ?? []
    await Promise.all(page.map((path) => call('read', reader, path)))
    await pause((0.5 + shareOf(turn)) * thinkSeconds * 1_000)
  }
}
