import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ageOn } from '#base/day.ts'
import { periodRange } from '#base/period.ts'
import { ServicePackage, type ChildFacts, type ServiceRecord } from '#modules/services/shared/contract.ts'
import { coverage, isReached } from '#modules/services/shared/coverage.ts'
import { checkRecord } from '#modules/services/shared/record-check.ts'
import { generateSample, type Sample } from './generate.ts'
import type { SampleChild } from './population.ts'

const today = '2026-11-22'
const sample = generateSample({ seed: 1437, today, size: 1200 })
const pkg = ServicePackage.parse(
  JSON.parse(
    readFileSync(new URL('../../../db/reference/service-package/2026-11.json', import.meta.url), 'utf8'),
  ),
)

function facts(child: SampleChild): ChildFacts {
  const { bornOn, sex, poverty, disabled, specialCircumstance, education } = child
  const id = `01900000-0000-7000-8000-${String(child.key).padStart(12, '0')}`
  return {
    id,
    bornOn,
    sex,
    poverty,
    disabled,
    specialCircumstance,
    education,
    areaFeatures: null,
    leftOn: null,
    minority: child.ethnicCode !== '01',
  }
}

type WrittenRecord = ServiceRecord & { note: string | null }

function recordsByChild({ records }: Sample): Map<number, WrittenRecord[]> {
  const all = new Map<number, WrittenRecord[]>()
  records.forEach(({ child, itemCode, dose, doneOn, answer, note }, index) => {
    const id = `01900000-0000-7000-9000-${String(index).padStart(12, '0')}`
    all.set(child, [...(all.get(child) ?? []), { id, itemCode, dose, doneOn, answer, note }])
  })
  return all
}

const records = recordsByChild(sample)

function reachedShare(children: readonly SampleChild[], period: string): number {
  const answers = children
    .map((child) =>
      coverage(pkg, facts(child), records.get(child.key) ?? [], { ...periodRange(period), asOf: today }),
    )
    .filter((one) => one.counted)
  return answers.filter(isReached).length / answers.length
}

describe('the invented commune', () => {
  test('is the same every time', () => {
    expect(generateSample({ seed: 1437, today, size: 1200 })).toEqual(sample)
  })
  test('has about 1,200 children of 0-8 years, more boys than girls, more than half minority', () => {
    const { children } = sample
    expect(children.length).toBeGreaterThanOrEqual(1190)
    expect(children.length).toBeLessThanOrEqual(1230)
    expect(children.every((child) => ageOn(child.bornOn, today).years <= 8)).toBe(true)
    const boys = children.filter((child) => child.sex === 'male').length
    expect(boys / children.length).toBeGreaterThan(0.49)
    expect(boys / children.length).toBeLessThan(0.57)
    const minority = children.filter((child) => child.ethnicCode !== '01').length
    expect(minority / children.length).toBeGreaterThan(0.5)
    expect(minority / children.length).toBeLessThan(0.68)
  })
  test('names people as their group does', () => {
    const xoDang = sample.children.filter((child) => child.ethnicCode === '14')
    expect(xoDang.every((child) => child.fullName.startsWith(child.sex === 'male' ? 'A ' : 'Y '))).toBe(true)
  })
  test.each(['2025-H1', '2025-H2', '2026-H1', '2025', '2026'])(
    'reaches 60-85 of 100 children in %s',
    (period) => {
      const share = reachedShare(sample.children, period)
      expect(share).toBeGreaterThan(0.6)
      expect(share).toBeLessThan(0.85)
    },
  )
  test('has villages that differ', () => {
    const shares = sample.villages.map(({ key }) =>
      reachedShare(
        sample.children.filter((child) => child.village === key),
        '2026-H1',
      ),
    )
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.15)
  })
  test('holds only records that a person could write down', () => {
    for (const child of sample.children) {
      const own = records.get(child.key) ?? []
      for (const record of own) {
        const item = pkg.items.find((one) => one.code === record.itemCode)
        const others = own.filter((one) => one.id !== record.id)
        const check = checkRecord(
          { item, child: facts(child), records: others, today, irregular: false },
          record,
        )
        expect([record.itemCode, record.dose, check.ok ? 'ok' : check.reason]).toEqual([
          record.itemCode,
          record.dose,
          'ok',
        ])
      }
    }
  })
})
