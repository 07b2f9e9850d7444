import { crc32, deflateRawSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { readRoster, type Scopes } from '#modules/children/server/import-read.ts'
import { writeRoster } from '#modules/children/server/import-write.ts'
import { testApp, testMoment } from './app.ts'
import { testDatabase, truncateAll } from './database.ts'
import { actorOf, people } from './people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const { area: dakHa } = await actorOf(database, people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count ?? -1
}

/** The worker's part of an import, on the test database. */
const scopes: Scopes = {
  clock: clockAt(testMoment),
  reading: (range, work) => database.read(work, range),
  writing: (range, work) => database.write(work, range),
}

async function checked(text: string) {
  const id = newId()
  const { status } = await lan.upload(
    '/children/imports',
    { name: 'ds.csv', bytes: Buffer.from(text) },
    { id },
  )
  expect(status).toBe(200)
  await readRoster(scopes, { runId: id, range: dakHa })
  return (await lan.get(`/children/imports/${id}`)).body
}

const heading = 'Họ và tên,Ngày sinh,Giới tính,Họ tên mẹ'

describe('a roster with wrong rows', () => {
  test('refuses each with a Vietnamese reason, takes the others, and imports nothing by itself', async () => {
    const run = await checked(
      [
        heading,
        'Y Một,31/02/2022,Nữ,Y Nga',
        'Y Hai,05/06/2030,Nữ,Y Nga',
        'Y Ba,05/06/2005,Nữ,Y Nga',
        'Y Bốn,05/06/2022,Nữ,Y Lan',
        'Y Bốn,05/06/2022,Nữ,Y Lan',
        ',05/06/2022,Nữ,Y Lan',
      ].join('\n'),
    )
    expect(run).toMatchObject({
      status: 'checked',
      totalRows: 6,
      refusedRows: 4,
      takenRows: 1,
      importedRows: 0,
    })
    expect(run.heldRows + run.knownRows).toBe(1)
    const { body } = await lan.get(`/children/imports/${run.id}/rows?state=refused`)
    expect(body.rows.map(({ rowNumber }: { rowNumber: number }) => rowNumber)).toEqual([2, 3, 4, 7])
    for (const { reasons } of body.rows) expect(reasons.length).toBeGreaterThan(0)
    expect(await count('children')).toBe(0)

    await lan.post(`/children/imports/${run.id}/confirm`)
    await writeRoster(scopes, { runId: run.id, range: dakHa })
    expect(await count('children')).toBe(1)
  })

  test('200,000 rows are read in bounded memory, or refused as a whole', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `Y Thử,31/02/2022,Nữ,Y ${index % 97}`)
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
    const run = await checked([heading, ...lines].join('\n'))
    clearInterval(watch)
    expect(['checked', 'refused']).toContain(run.status)
    expect(run.takenRows).toBe(0)
    expect(await count('children')).toBe(0)
    // The file is 7 MB; held as objects all its rows would be several hundred.
    expect((most - before) / 1_000_000).toBeLessThan(300)
  }, 240_000)
})

/** A zip file with one part that unpacks to `size` zero bytes (APPNOTE 4.3). */
function docxBomb(size: number): Buffer {
  const name = Buffer.from('word/document.xml')
  const content = Buffer.alloc(size)
  const packed = deflateRawSync(content)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** A sentence as the fonts of TCVN 5712 and VNI store it. */
const legacy = {
  tcvn3: 'KÕ ho¹ch ch¨m sãc v× sù ph¸t triÓn toµn diÖn trÎ em, tû lÖ ®­îc tiÕp cËn dÞch vô y tÕ ®¹t 90%.',
  vni: 'Keá hoaïch chaêm soùc vì söï phaùt trieån toaøn dieän treû em, tyû leä ñöôïc tieáp caän dòch vuï y teá ñaït 90%.',
} as const

/** "Привет, как дела? Сегодня хорошая погода в городе" in KOI8-R: no letters that Vietnamese fonts would give. */
const koi8 = Buffer.from(
  'f0d2c9d7c5d42c20cbc1cb20c4c5ccc13f20f3c5c7cfc4ced120c8cfd2cfdbc1d120d0cfc7cfc4c120d720c7cfd2cfc4c5',
  'hex',
)

describe('a plan', () => {
  test.each(Object.entries(legacy))('in %s is converted', async (_, text) => {
    const { status, body } = await lan.upload('/plans/read', { name: 'cu.txt', bytes: Buffer.from(text) })
    expect([status, body.text]).toEqual([200, expect.stringContaining('phát triển toàn diện trẻ em')])
  })

  test.each([
    ['nothing at all', Buffer.alloc(0), 422],
    ['white space', Buffer.from(' \r\n\t\r\n'), 422],
    ['text in an encoding of another language', koi8, 422],
    ['a docx bomb', docxBomb(300_000_000), 422],
    ['a file larger than a request may be', Buffer.alloc(21 * 1024 * 1024, 'Kế hoạch '), 413],
    ['a program', Buffer.from('7f454c4602010100000000000000000003003e00', 'hex'), 422],
  ])('%s is refused in Vietnamese, and nothing is filed', async (_, bytes, status) => {
    const reply = await lan.upload('/plans/read', { name: 'ke-hoach.docx', bytes })
    expect(reply.status).toBe(status)
    expect(reply.body.title).toMatch(/[ạảãàáậầấẹẻẽèéệềếịỉĩìíọỏõòóộồốợờớụủũùúựừứ]/)
    expect(reply.body.title).toMatch(/[Hh]ãy|phải là/)
    expect(await count('plans')).toBe(0)
  })
})

describe('one child, two people', () => {
  const child = () => ({
    ...{
      id: newId(),
      communeId: dakHa.id,
      villageId: null,
      fullName: 'A Thiên',
      bornOn: '2023-02-10',
      sex: 'male',
    },
    ...{ ethnicCode: '14', householdCode: null, address: null, poverty: null, disabled: false },
    ...{ specialCircumstance: false, education: null, personalId: null, carers: [] },
  })

  test('the same form sent ten times at once is stored once, and everyone gets the same answer', async () => {
    const form = child()
    const replies = await Promise.all(Array.from({ length: 10 }, () => lan.post('/children', form)))
    expect(await count('children')).toBe(1)
    // Who loses the race may be told so, and sends the form again; nobody is told that it failed.
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(new Set(replies.map(({ status }) => status)).difference(new Set([200, 409])).size).toBe(0)
    expect((await lan.post('/children', form)).body.id).toBe(form.id)
  })

  test('of two changes to what both saw one is kept, and the other is told what to do', async () => {
    const form = child()
    await lan.post('/children', form)
    const { id, ...details } = form
    const change = (address: string) =>
      lan.put(`/children/${id}`, { ...details, unnamed: false, address, version: 1 })
    const replies = await Promise.all([change('Tổ 1'), change('Tổ 2')])
    const [kept, told] = replies.toSorted((a, b) => a.status - b.status)
    expect([kept?.status, told?.status]).toEqual([200, 409])
    expect(told?.body.title).toMatch(/Người khác|tải lại/)
    expect((await lan.get(`/children/${id}`)).body).toMatchObject({ version: 2, address: kept?.body.address })
  })
})
