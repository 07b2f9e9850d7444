import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocumentText } from '#platform/documents/document-text.ts'
import { writeDocx } from '#platform/documents/docx.ts'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import type { PlanReading } from '../shared/contract.ts'
import { readPlan } from '../shared/read-plan.ts'
import { documentLines } from './document-lines.ts'
import { planDocument } from './plan-document.ts'

const fixture = (name: string) =>
  readPlan(readFileSync(new URL(`../shared/fixtures/${name}.txt`, import.meta.url), 'utf8'))

async function writtenAndRead(reading: PlanReading): Promise<PlanReading> {
  const bytes = await writeDocx(planDocument(reading, 2026))
  const read = await readDocumentText({ name: 'ke-hoach.docx', bytes })
  if (!read.ok) throw new Error(read.reason)
  return readPlan(read.text)
}

const aims = ({ targets }: PlanReading) =>
  targets.map(({ measure, comparator, value, valueTo, unit, year, denominator }) => ({
    ...{ measure, comparator, value, valueTo, unit, year, denominator },
  }))
const byYear = (reading: PlanReading) =>
  aims(reading).toSorted((one, other) =>
    `${one.measure}${one.year}`.localeCompare(`${other.measure}${other.year}`),
  )
const work = ({ tasks }: PlanReading) =>
  tasks.map(({ title, purpose, solutions, lead, coordinating, parts }) => ({
    ...{ title, purpose, solutions, lead, coordinating },
    parts: parts.map((part) => [part.title, part.solutions, part.lead, part.coordinating]),
  }))
const names = ['commune-plan-wrapped-2026', 'ward-plan-2019', 'province-plan-tables-2026']

describe('a plan written as a document', () => {
  test.each(names)('%s reads back to the same targets', async (name) => {
    const reading = fixture(name)
    expect(byYear(await writtenAndRead(reading))).toEqual(byYear(reading))
  })

  test.each(names)('%s reads back to the same tasks, bodies and duties', async (name) => {
    const reading = fixture(name)
    const again = await writtenAndRead(reading)
    expect(work(again)).toEqual(work(reading))
    expect(again.assignments.map(({ unit }) => unit)).toEqual(reading.assignments.map(({ unit }) => unit))
  })

  test.each(names)('%s keeps its heading, bases and signature', async (name) => {
    const reading = fixture(name)
    const again = await writtenAndRead(reading)
    expect(again).toMatchObject({
      kind: 'plan',
      number: reading.number,
      issuer: reading.issuer,
      period: reading.period,
    })
    expect(again.bases.map(({ number }) => number)).toEqual(reading.bases.map(({ number }) => number))
    expect(again.signature?.name).toBe(reading.signature?.name)
    expect(again.recipients.at(-1)?.role).toBe('lưu')
  })

  test.each(names)('the lines of %s read as its .docx does', async (name) => {
    const reading = fixture(name)
    const byLines = readPlan(documentLines(planDocument(reading, 2026)))
    const byFile = await writtenAndRead(reading)
    expect([aims(byLines), work(byLines)]).toEqual([aims(byFile), work(byFile)])
  })

  // Nghị định 30/2020/NĐ-CP, Annex I, part II, box 6: of a law neither number nor issuer is cited.
  test('a law is cited by name and day, other documents in full', () => {
    const law = { number: '102/2016/QH13', date: '2016-04-05', issuer: 'Quốc hội', title: 'Luật Trẻ em' }
    const resolution = {
      ...{ number: '121/2020/QH14', date: '2020-06-19', issuer: 'Quốc hội' },
      title: 'phòng, chống xâm hại trẻ em',
    }
    const { bases } = planDocument({ ...fixture('commune-plan-2026'), bases: [law, resolution] }, 2026)
    expect(bases).toEqual([
      'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016',
      'Căn cứ Nghị quyết số 121/2020/QH14 ngày 19 tháng 6 năm 2020 của Quốc hội về phòng, chống xâm hại trẻ em',
    ])
  })

  test.skipIf(!hasShared)(
    'the plan of a real province reads back to the same targets and tasks',
    async () => {
      const reading = readPlan(readFileSync(sharedPath('plans/kon-tum-2018-2025.txt'), 'utf8'))
      const again = await writtenAndRead(reading)
      expect(byYear(again)).toEqual(byYear(reading))
      expect(work(again).map(({ title, lead }) => [title, lead])).toEqual(
        work(reading).map(({ title, lead }) => [title, lead]),
      )
    },
  )
})
