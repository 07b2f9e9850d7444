import { expect } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { readRoster, type Scopes } from '#modules/children/server/import-read.ts'
import { writeRoster } from '#modules/children/server/import-write.ts'
import { type Client, testMoment } from './app.ts'
import type { TestDatabase } from './database.ts'
import { actorOf, people } from './people.ts'

export const rosterHeading = 'STT,Họ và tên,Ngày sinh,Giới tính,Thôn,Họ tên mẹ,SĐT,Số định danh'

/** A roster with the heading above, as a file of bytes. */
export function rosterCsv(...lines: string[]): Buffer {
  return Buffer.from([rosterHeading, ...lines].join('\r\n'), 'utf8')
}

/** Imports into the commune of Đăk Hà as its officer does, with the jobs run at once. */
export async function rosterImports(database: TestDatabase, officer: Client) {
  const { lft, rgt } = (await actorOf(database, people.lanOfficerDakHa)).area
  const range = { lft, rgt }
  const scopes: Scopes = {
    clock: clockAt(testMoment),
    reading: (within, work) => database.read(work, within),
    writing: (within, work) => database.write(work, within),
  }
  const find = async (runId: string) => (await officer.get(`/children/imports/${runId}`)).body
  const upload = async (bytes: Uint8Array, name = 'ds.csv'): Promise<string> => {
    const id = newId()
    const { status } = await officer.upload('/children/imports', { name, bytes }, { id })
    expect(status).toBe(200)
    return id
  }
  return {
    scopes,
    range,
    upload,
    check: async (bytes: Uint8Array, name = 'ds.csv') => {
      const runId = await upload(bytes, name)
      await readRoster(scopes, { runId, range })
      return find(runId)
    },
    confirm: async (runId: string) => {
      await officer.post(`/children/imports/${runId}/confirm`)
      await writeRoster(scopes, { runId, range })
      return find(runId)
    },
    rowsOf: async (runId: string, state: string) =>
      (await officer.get(`/children/imports/${runId}/rows?state=${state}`)).body.rows,
    count: async (table: string): Promise<number> => {
      const { rows } = await database.owner.query<{ count: number }>(
        `select count(*)::int as count from ${table}`,
      )
      return rows[0]?.count ?? -1
    },
  }
}
