import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { textWithin } from '#test/office-text.ts'
import { childDetails, consent, registerWithMother, request } from '#test/family.ts'
import { people, places } from '#test/people.ts'
import { drainBatch, recountDifferences } from '#modules/services/server/public.ts'
import { createSealer } from '#modules/accounts/server/seal.ts'
import { verifyLog } from '#modules/accounts/server/verify-audit.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
/** Holds privacy.manage, reads no child. */
const hung = app.as(people.adminHung)
const hoa = app.as(people.yHoaCollaborator)

let childId = ''

beforeEach(async () => {
  childId = await registerWithMother(lan, '2018-03-04')
})

describe('the copy for the family', () => {
  test('holds what every module holds, as a document and for another system', async () => {
    await lan.post('/services/records', {
      id: newId(),
      childId,
      itemCode: 'PAR-HOME',
      dose: null,
      doneOn: '2026-06-10',
    })
    await lan.post(`/privacy/children/${childId}/consents`, consent())
    const json = await lan.get(`/privacy/children/${childId}/copy?format=json`)
    const whole = JSON.parse(json.bytes.toString('utf8'))
    expect(whole.tables.children[0].address).toBe('Nhà số 3')
    expect(whole.tables.children_carers[0].phone).toBe('0987600123')
    expect(whole.tables.services_records).toHaveLength(1)
    expect(whole.accessLog.length).toBeGreaterThan(0)
    const docx = textWithin((await lan.get(`/privacy/children/${childId}/copy`)).bytes)
    expect(docx).toContain('Đinh Thị Huyền')
    expect(docx).toContain('Bản sao dữ liệu cá nhân của trẻ')
    expect(docx).not.toMatch(/undefined|\[object/)
    const { rows } = await database.owner.query(
      `select kind, child_ids from accounts_reads where route like '%/copy' order by seq desc limit 1`,
    )
    expect(rows).toEqual([{ kind: 'export', child_ids: [childId] }])
  })

  test('is not for another commune, nor without the right to export', async () => {
    expect((await phuc.get(`/privacy/children/${childId}/copy`)).status).toBe(404)
    expect((await hoa.get(`/privacy/children/${childId}/copy`)).status).toBe(403)
    expect((await phuc.get(`/privacy/children/${childId}/access-letter`)).status).toBe(404)
  })

  test('the letter says who saw the child, by role and unit, when and for what, and names no staff', async () => {
    await app.as(people.thuProvinceOfficer).get(`/children/${childId}`)
    const letter = textWithin((await lan.get(`/privacy/children/${childId}/access-letter`)).bytes)
    expect(letter).toContain('Xem hồ sơ trẻ')
    expect(letter).toContain('Quảng Ngãi')
    expect(letter).toContain('Quản lý danh sách trẻ em của địa phương')
    expect(letter).not.toMatch(/Trần Thị Thu|Phạm Thị Lan/)
    const pdf = await lan.get(`/privacy/children/${childId}/access-letter?format=pdf`)
    expect(pdf.bytes.subarray(0, 4).toString()).toBe('%PDF')
  })
})

describe('erasing', () => {
  const everyDay = async () => {
    while ((await database.write((tx) => drainBatch(tx, '2026-06-15'))) === 'more');
  }
  const wordsAbout = async (id: string): Promise<string> => {
    const { rows: tables } = await database.owner.query<{ name: string; key: string }>(
      `select c.relname as name, a.attname as key from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (a.attname = 'child_id' or c.relname = 'children' and a.attname = 'id')`,
    )
    const texts: string[] = []
    for (const { name, key } of tables) {
      const { rows } = await database.owner.query(`select t::text from ${name} t where ${key} = $1`, [id])
      texts.push(JSON.stringify(rows))
    }
    return texts.join(' ')
  }

  test('by decision takes name, carers, numbers and words away everywhere, and figures still recount', async () => {
    const id = await registerWithMother(lan, '2018-05-06', 'Y Bích Thảo')
    await lan.put(`/children/${id}`, {
      ...{ ...childDetails, fullName: 'Y Bích Thảo Nhi', bornOn: '2018-05-06', personalId: null, version: 1 },
      carers: [{ id: newId(), fullName: 'Đinh Thị Huyền', relation: 'mother', phone: '0987600123' }],
    })
    await lan.post('/services/records', {
      ...{
        id: newId(),
        childId: id,
        itemCode: 'PAR-HOME',
        dose: null,
        doneOn: '2026-06-10',
        note: 'Mẹ Huyền vắng nhà',
      },
    })
    await lan.post(`/privacy/children/${id}/consents`, consent())
    await everyDay()
    const asked = request({ kind: 'delete' })
    await lan.post(`/privacy/children/${id}/requests`, asked)
    const decision = { decidedOn: '2026-06-15', decision: 'granted', ground: null, groundNote: null }
    const byOfficer = await lan.put(`/privacy/children/${id}/requests/${asked.id}/decision`, decision)
    expect([byOfficer.status, byOfficer.body.code]).toEqual([409, 'privacy.deletion-elsewhere'])
    expect((await lan.put(`/privacy/children/${id}/requests/${asked.id}/deletion`, decision)).status).toBe(
      403,
    )
    const erased = await hung.put(`/privacy/children/${id}/requests/${asked.id}/deletion`, decision)
    expect([erased.status, erased.body.decision]).toEqual([200, 'granted'])
    await everyDay()

    expect(await wordsAbout(id)).not.toMatch(/Bích|Thảo|thao|Huyền|0987600123|Nhà số 3/)
    expect((await lan.post('/children/search', { text: 'Bích Thảo', withLeft: true })).body.children).toEqual(
      [],
    )
    expect(
      await database.read((db) =>
        recountDifferences(db, { communeId: places.dakHa, period: '2026', today: '2026-06-15' }),
      ),
    ).toEqual([])
    expect((await lan.post(`/privacy/children/${id}/consents`, consent())).body.code).toBe(
      'privacy.already-erased',
    )
  })

  test('keeps the audit: rows stay, their chain stays whole, and only a decision takes values away', async () => {
    const id = await registerWithMother(lan, '2018-05-06', 'Y Bích Ngọc')
    const edit = {
      ...childDetails,
      fullName: 'Y Bích Ngọc Lan',
      bornOn: '2018-05-06',
      personalId: null,
      version: 1,
      carers: [],
    }
    expect((await lan.put(`/children/${id}`, edit)).status).toBe(200)
    const scopes = {
      reading: <T>(work: Parameters<typeof database.read<T>>[0]) => database.read(work),
      writing: <T>(work: Parameters<typeof database.write<T>>[0]) => database.write(work),
    }
    const sealAll = async () => {
      const sealer = createSealer(scopes)
      while ((await sealer.pass()) === 'more');
    }
    await sealAll()
    await expect(
      database.pool.query(`select accounts_erase_values('${id}'::uuid, '${newId()}'::uuid)`),
    ).rejects.toThrow('no decision')
    const order = { id: newId(), ground: 'registered-by-mistake', note: null }
    expect((await lan.post(`/privacy/children/${id}/erasure`, order)).status).toBe(403)
    const erased = await hung.post(`/privacy/children/${id}/erasure`, order)
    expect(erased.body.counts.audit).toBeGreaterThan(0)
    expect((await hung.post(`/privacy/children/${id}/erasure`, order)).body).toMatchObject({ id: order.id })
    const other = await hung.post(`/privacy/children/${id}/erasure`, { ...order, id: newId() })
    expect(other.body.code).toBe('privacy.already-erased')
    await sealAll()
    expect((await database.read((db) => verifyLog(db, 'audit', []))).fault).toBeUndefined()
    const { rows } = await database.owner.query(
      `select count(*)::int as count from accounts_audit where child_id = $1 and action like 'children.%'`,
      [id],
    )
    expect(rows[0].count).toBe(2)
  })

  test('is refused before the term is over, elsewhere, and lists who is past it', async () => {
    const order = { id: newId(), ground: 'term-over', note: null }
    const early = await hung.post(`/privacy/children/${childId}/erasure`, order)
    expect([early.status, early.body.code]).toEqual([409, 'privacy.term-not-over'])
    expect((await hung.post(`/privacy/children/${newId()}/erasure`, order)).status).toBe(404)
    await database.owner.query(`update children set born_on = '2009-01-01' where id = $1`, [childId])
    expect((await hung.get('/privacy/past-term')).body).toEqual([
      { id: childId, bornOn: '2009-01-01', leftOn: null },
    ])
    expect((await hung.post(`/privacy/children/${childId}/erasure`, order)).status).toBe(200)
    expect((await hung.get('/privacy/past-term')).body).toEqual([])
  })

  test('may be refused with its ground: the law keeps the file', async () => {
    const asked = request({ kind: 'delete' })
    await lan.post(`/privacy/children/${childId}/requests`, asked)
    const refusal = {
      decidedOn: '2026-06-15',
      decision: 'refused',
      ground: 'law-keeps',
      groundNote: 'Hồ sơ tiêm chủng',
    }
    const reply = await hung.put(`/privacy/children/${childId}/requests/${asked.id}/deletion`, refusal)
    expect(reply.body).toMatchObject({ decision: 'refused', ground: 'law-keeps' })
    expect((await lan.get(`/privacy/children/${childId}`)).body.erasedAt).toBeNull()
  })
})
