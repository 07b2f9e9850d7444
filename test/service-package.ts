import { readFileSync } from 'node:fs'
import { addDays, daysBetween, type Day } from '#base/day.ts'
import fc from 'fast-check'
import { ServicePackage, type ChildFacts, type ServiceRecord } from '#modules/services/shared/contract.ts'

/** The package in force, a child and records for tests of its rules. */
export const pkg = ServicePackage.parse(
  JSON.parse(readFileSync(new URL('../db/reference/service-package/2026-11.json', import.meta.url), 'utf8')),
)

export function item(code: string) {
  const found = pkg.items.find((one) => one.code === code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

export function child(facts: Partial<ChildFacts> = {}): ChildFacts {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    bornOn: '2024-03-15',
    sex: 'female',
    minority: true,
    poverty: 'none',
    disabled: false,
    specialCircumstance: false,
    education: 'none',
    areaFeatures: null,
    leftOn: null,
    ...facts,
  }
}

let serial = 0
export function done(itemCode: string, doneOn: Day, dose: number | null = null): ServiceRecord {
  serial += 1
  const id = `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`
  return { id, itemCode, dose, doneOn, answer: 'done' }
}

export const dayIn = (from: Day, to: Day) =>
  fc.integer({ min: 0, max: daysBetween(from, to) }).map((n) => addDays(from, n))
