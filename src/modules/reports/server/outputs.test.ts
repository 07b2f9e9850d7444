import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { readDocxText } from '#platform/documents/docx-text.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { textWithin } from '#test/office-text.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { stepsOf } from '#test/report-flow.ts'
import { MachineReport } from '../shared/machine.ts'
import type { Outline } from '../shared/outline.ts'
import { currentOutline, getOutline } from './outline.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
let address = ''

beforeAll(async () => {
  const planId = await addPlan(database, places.dakHa)
  await addChild(database, { bornOn: '2022-01-10', villageId: places.dakMeVillage, sex: 'female' })
  const { body } = await lan.post('/reports', { id: newId(), planId, period: '2026-H1' })
  address = `/reports/${body.id}`
  const cell = { source: 'typed', value: 2, reason: 'Sổ trạm y tế', version: 0 }
  await lan.put(`${address}/cells/injured.08.male`, cell)
})

describe('the outline with all annexes', () => {
  test('has fifteen annexes, the matrix of injuries in two tables, and keeps those before it', async () => {
    const [older, newer] = [await getOutline('2026-01'), await getOutline('2026-11')]
    expect(newer.tables).toHaveLength(16)
    expect(newer.tables.slice(0, older.tables.length)).toEqual(older.tables)
    const keys = newer.tables.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const injuries = newer.tables.filter(({ key }) => key.startsWith('injur'))
    expect(injuries.map(({ rows }) => rows.length)).toEqual([11, 11])
  })

  test('the newest keeps every table and column, and says the rule of each number that it computes', async () => {
    const [older, newer] = [await getOutline('2026-11'), await getOutline(currentOutline)]
    const keysOf = ({ tables }: Outline) =>
      tables.flatMap(({ key, columns }) => columns.map((column) => `${key}.${column.key}`))
    expect(keysOf(newer)).toEqual(keysOf(older))
    const columns = newer.tables.flatMap((table) => table.columns)
    const unsaid = columns.filter(({ fact, rule }) => fact !== undefined && rule === undefined)
    expect(unsaid.map(({ key }) => key)).toEqual([])
  })

  test('every check names columns that are there', async () => {
    const { tables, checks } = await getOutline(currentOutline)
    const columns = new Set(tables.flatMap((table) => table.columns.map(({ key }) => `${table.key}.${key}`)))
    const named = checks.flatMap((check) => {
      if (check.kind === 'equal') return [check.one, check.other]
      const parts = check.kind === 'part' ? [check.part] : check.parts
      return [...parts, check.whole].map((key) => `${check.table}.${key}`)
    })
    expect(named.filter((key) => !columns.has(key))).toEqual([])
  })
})

// The routes /reports/:reportId/docx, /pdf, /xlsx, /json and /csv.
describe('a report as a file', () => {
  test('xlsx: one sheet for each annex, headings, the typed number and who typed it', async () => {
    const { status, bytes, headers } = await lan.get(`${address}/xlsx`)
    expect(status).toBe(200)
    expect(String(headers['content-disposition'])).toContain('bao-cao-xa-dak-ha-2026-H1.xlsx')
    const text = textWithin(bytes)
    for (const words of ['Phụ lục I', 'Phụ lục XVI', 'TRẺ EM BỊ TAI NẠN', 'Đuối nước', 'Sổ trạm y tế'])
      expect(text).toContain(words)
    expect(text.match(/<worksheet /g)).toHaveLength(16)
    expect(text).toContain('orientation="landscape"')
    expect(text).toContain('_xlnm.Print_Titles')
  })

  test('json: the contract holds, and the published schema is that contract', async () => {
    const { body, headers } = await lan.get(`${address}/json`)
    expect(String(headers['content-type'])).toContain('application/json')
    expect(MachineReport.parse(body).content.tables).toHaveLength(16)
    const published: unknown = JSON.parse(readFileSync('docs/formats/report.schema.json', 'utf8'))
    expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(MachineReport, { io: 'input' }))))
  })

  test('csv: for a spreadsheet program, one line for each cell', async () => {
    const text = (await lan.get(`${address}/csv`)).bytes.toString('utf8')
    expect(text.startsWith('\ufefftable,table_title,row')).toBe(true)
    expect(text).toContain('injured,"Trẻ em bị tai nạn, thương tích (số mắc)"')
    expect(text).toMatch(/,08,Đuối nước,male,Nam,2,typed,/)
  })

  test('pdf and docx, whole and in another form', async () => {
    const pdf = (await lan.get(`${address}/pdf?form=ecd`)).bytes
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const whole = await readDocxText((await lan.get(`${address}/docx`)).bytes)
    const part = await readDocxText((await lan.get(`${address}/docx?form=ecd`)).bytes)
    const merged = await readDocxText((await lan.get(`${address}/docx?form=action`)).bytes)
    const words = [whole, part, merged].map((read) => JSON.stringify(read))
    expect(words[0]).toContain('Các vụ việc bảo vệ trẻ em'.toUpperCase())
    expect(words[1]).not.toContain('Các vụ việc bảo vệ trẻ em'.toUpperCase())
    expect(words[2]).toContain('Chương trình hành động vì trẻ em')
    expect(words[2]).toContain('Quỹ Bảo trợ trẻ em và huy động nguồn lực')
  })

  test('signed: parts without words go, annexes stand with the same numbers on paper and in the workbook', async () => {
    const steps = stepsOf(address.split('/').at(-1) ?? '')
    await steps.send(lan)
    await steps.accept(app.as(people.thuProvinceOfficer))
    const read = await readDocxText((await lan.get(`${address}/docx`)).bytes)
    const paper = read.ok ? read.text : ''
    expect(paper).not.toContain('PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ KIẾN NGHỊ')
    expect(paper).toMatch(/\nI\. KẾT QUẢ THỰC HIỆN\n/)
    expect(paper).toMatch(/Kỳ này chưa có số liệu của các biểu: các vụ việc bảo vệ trẻ em;.*\.\/\./)
    const book = textWithin((await lan.get(`${address}/xlsx`)).bytes)
    const numbers = (text: string) => [...new Set(text.match(/Phụ lục [IVX]+(?=[\n<])/g))]
    expect(numbers(book)).toEqual(numbers(paper))
    expect(book.match(/<worksheet /g)).toHaveLength(numbers(paper).length)
  })

  test('refused: another form, a report elsewhere, a person without the right', async () => {
    expect((await lan.get(`${address}/docx?form=poem`)).status).toBe(422)
    for (const format of ['xlsx', 'json', 'csv', 'docx', 'pdf']) {
      expect((await app.as(people.phucOfficerDakTo).get(`${address}/${format}`)).status).toBe(404)
      expect((await app.as(people.yHoaCollaborator).get(`${address}/${format}`)).status).toBe(403)
    }
  })
})
