import { expect } from 'vitest'
import { newId } from '#base/id.ts'
import { drainBatch } from '#modules/services/server/public.ts'
import type { Client } from './app.ts'
import type { TestDatabase } from './database.ts'
import { places } from './people.ts'
import { addChild, type ChildFields } from './registered-child.ts'

/** Works off what waits to be counted again, as the worker does. */
export async function drainServices(database: TestDatabase, today: string): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
}

export async function recordService(
  client: Client,
  childId: string,
  itemCode: string,
  more: object = {},
): Promise<void> {
  const body = { id: newId(), childId, itemCode, doneOn: '2026-11-20', ...more }
  const reply = await client.post('/services/records', body)
  expect([reply.status, reply.body.code]).toEqual([200, undefined])
}

const birth: ChildFields = { bornOn: '2026-08-01', villageId: places.dakMeVillage }

/** Four children of Đăk Hà in two villages and none, and one of Đăk Tô; two have a birth certificate. */
export async function fiveChildren(
  database: TestDatabase,
  provinceOfficer: Client,
): Promise<Record<'hoa' | 'mai' | 'bao' | 'an' | 'to', string>> {
  const children = {
    hoa: await addChild(database, { ...birth, fullName: 'Y Hoa', poverty: 'poor' }),
    mai: await addChild(database, { ...birth, fullName: 'Y Mai', ethnicCode: null }),
    bao: await addChild(database, {
      bornOn: '2022-03-05',
      villageId: places.konTrangVillage,
      fullName: 'A Bảo',
      sex: 'male',
      ethnicCode: '01',
      poverty: null,
      education: 'kindergarten',
    }),
    an: await addChild(database, {
      bornOn: '2019-05-01',
      fullName: 'A An',
      sex: 'male',
      education: 'primary',
    }),
    to: await addChild(database, { ...birth, villageId: places.dakRaoVillage, communeId: places.dakTo }),
  }
  await recordService(provinceOfficer, children.hoa, 'BIRTH-REG', { doneOn: '2026-08-20' })
  await recordService(provinceOfficer, children.to, 'BIRTH-REG', { doneOn: '2026-08-20' })
  await drainServices(database, '2026-11-22')
  return children
}
