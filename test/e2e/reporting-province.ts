import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { administrator, type NewAdministrator } from './person.ts'
import type { Started } from './started.ts'

const plan = `ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 12/KH-UBND
Quảng Ngãi, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Chăm sóc vì sự phát triển toàn diện trẻ em năm 2026
I. MỤC TIÊU
- Phấn đấu 90% trẻ em đến 8 tuổi được tiếp cận các dịch vụ hỗ trợ chăm sóc phát triển toàn diện trong năm 2026.
II. NHIỆM VỤ
1. Truyền thông
Sở Y tế chủ trì.
III. TỔ CHỨC THỰC HIỆN
Văn phòng UBND tỉnh theo dõi./.
`

/** Runs a command of the product on its data. */
export async function runCommand({ dataFolder }: Started, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/apps/cli.ts', ...words], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, DATABASE_URL: '', UOMMAM_DATA: dataFolder },
  })
  return stdout.trim()
}

export async function fileProvincePlan(product: Started): Promise<void> {
  const file = join(product.dataFolder, '..', 'ke-hoach.txt')
  await writeFile(file, plan)
  await runCommand(product, 'plan', 'file', file, '--area', '51', '--confirm')
}

const Place = z.object({ id: z.string(), code: z.string(), name: z.string() })
const Signed = z.object({ grants: z.array(z.object({ id: z.string(), role: z.string() })) })

/** A product of a whole province: its administrator, who is its officer too, and an officer in a commune. */
export async function setUpProvince(
  { address }: Started,
  officer: NewAdministrator & { communeCode: string },
): Promise<void> {
  const ask = doorOf(address)
  const [province] = z.array(Place).parse(await ask('GET', '/setup/areas?text=quang+ngai'))
  const communes = z.array(Place).parse(await ask('GET', `/setup/areas?parentId=${province?.id}`))
  const commune = communes.find(({ code }) => code === officer.communeCode)
  await ask('POST', '/setup', { areaId: province?.id, ...administrator })
  const { username, password } = administrator
  await ask('POST', '/auth/sign-in/username', { username, password })
  const me = Signed.parse(await ask('GET', '/me'))
  const grant = me.grants.find(({ role }) => role === 'administrator')?.id
  const person = { id: newId(), fullName: officer.fullName, username: officer.username }
  const invited = z
    .object({ token: z.string() })
    .parse(await ask('POST', '/people', { ...person, role: 'commune-officer', areaId: commune?.id }, grant))
  await ask('POST', `/invitations/${invited.token}`, { password: officer.password })
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
