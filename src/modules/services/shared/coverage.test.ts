import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#base/day.ts'
import { child, dayIn, done, pkg } from '#test/service-package.ts'
import type { ChildFacts, ServiceRecord } from './contract.ts'
import { allDomainsMask, coverage, domainBit, isReached } from './coverage.ts'

const h1 = { from: '2025-01-01', to: '2025-06-30' } as const

describe('coverage', () => {
  const old = child({ bornOn: '2018-02-10', education: 'primary', minority: false })
  const second = { from: '2025-07-01', to: '2025-12-31', asOf: '2025-12-31' } as const
  test('a mandatory service missed fails its domain', () => {
    const result = coverage(pkg, old, [done('PLAY', '2025-06-01'), done('PLAY', '2025-10-06')], second)
    expect(result.counted).toBe(true)
    expect(result.missing.map((one) => one.itemCode)).toContain('CHK-PRI')
    expect(result.gotMask & domainBit.health).toBe(0)
    expect(result.gotMask & domainBit.welfare).toBe(domainBit.welfare)
    expect(isReached(result)).toBe(false)
  })
  test('one optional service is enough for a domain without a mandatory one', () => {
    const records = [
      done('CHK-PRI', '2025-09-20'),
      done('EDU-SKILL', '2025-10-01'),
      done('PRO-SELF', '2025-10-02'),
      done('MEAL', '2025-10-02'),
      done('PAR-SAFE', '2025-07-20'),
      done('PLAY', '2025-10-06'),
    ]
    const result = coverage(pkg, old, records, second)
    expect(isReached(result)).toBe(true)
  })
  test('a service done after the period does not count for it', () => {
    const born = child({ bornOn: '2025-01-10' })
    const late = [done('BIRTH-REG', '2025-07-02')]
    const at = coverage(pkg, born, late, { ...h1, asOf: '2025-12-31' })
    expect(at.missing.map((one) => one.itemCode)).toContain('BIRTH-REG')
    const early = coverage(pkg, born, [done('BIRTH-REG', '2025-02-02')], { ...h1, asOf: '2025-12-31' })
    expect(early.missing.map((one) => one.itemCode)).not.toContain('BIRTH-REG')
  })
  test('a service not yet ended is not due, unless it is answered already', () => {
    const born = child({ bornOn: '2025-01-10' })
    const open = coverage(pkg, born, [], { ...h1, asOf: '2025-01-20' })
    expect(open.dueMask & domainBit.protection).toBe(0)
    const answered = coverage(pkg, born, [done('BIRTH-REG', '2025-01-19')], { ...h1, asOf: '2025-01-20' })
    expect(answered.gotMask & domainBit.protection).toBe(domainBit.protection)
  })
  test.each<[string, Partial<ChildFacts>, boolean]>([
    ['eight years old at the end', { bornOn: '2016-07-01' }, true],
    ['nine years old at the end', { bornOn: '2016-06-30' }, false],
    ['left before the end', { leftOn: '2025-05-01' }, false],
    ['left later', { leftOn: '2025-09-01' }, true],
    ['not yet born', { bornOn: '2025-08-01' }, false],
  ])('who is counted: %s', (_, facts, counted) => {
    expect(coverage(pkg, child(facts), [], { ...h1, asOf: '2025-12-01' }).counted).toBe(counted)
  })
  test('a refusal is an answer but does not reach', () => {
    const refused: ServiceRecord = { ...done('BIRTH-REG', '2025-01-19'), answer: 'refused' }
    const result = coverage(pkg, child({ bornOn: '2025-01-10' }), [refused], { ...h1, asOf: '2025-01-20' })
    expect(result.dueMask & domainBit.protection).toBe(domainBit.protection)
    expect(result.gotMask & domainBit.protection).toBe(0)
  })

  const someRecords = (bornOn: Day) =>
    fc.array(
      fc
        .tuple(
          fc.constantFrom(...pkg.items),
          fc.integer({ min: 1, max: 3 }),
          dayIn('2025-01-01', '2026-06-30'),
        )
        .map(([one, dose, day]) =>
          done(one.code, day < bornOn ? bornOn : day, one.rhythm.kind === 'doses' ? dose : null),
        ),
      { maxLength: 40 },
    )

  test('does not change before the day it names for looking again', () => {
    const cases = dayIn('2017-01-01', '2025-03-31').chain((bornOn) =>
      fc.tuple(fc.constant(bornOn), someRecords(bornOn), dayIn('2025-01-01', '2025-12-31'), fc.nat(60)),
    )
    fc.assert(
      fc.property(cases, ([bornOn, records, asOf, later]) => {
        const year = { from: '2025-01-01', to: '2025-12-31' }
        const known = records.filter((record) => record.doneOn <= asOf)
        const now = coverage(pkg, child({ bornOn }), known, { ...year, asOf })
        const then = addDays(asOf, later)
        if (now.recheckOn !== null && then >= now.recheckOn) return
        const again = coverage(pkg, child({ bornOn }), known, { ...year, asOf: then })
        expect({ ...again, recheckOn: null }).toEqual({ ...now, recheckOn: null })
      }),
      { numRuns: 150 },
    )
  })
  test('got is part of due, and one more service done never loses a domain', () => {
    const cases = dayIn('2017-01-01', '2025-03-31').chain((bornOn) =>
      fc.tuple(fc.constant(bornOn), someRecords(bornOn), fc.constantFrom(...pkg.items)),
    )
    fc.assert(
      fc.property(cases, ([bornOn, records, extra]) => {
        const when = { from: '2025-01-01', to: '2025-12-31', asOf: '2026-01-31' }
        const before = coverage(pkg, child({ bornOn }), records, when)
        expect(before.gotMask & ~before.dueMask).toBe(0)
        expect(before.dueMask | allDomainsMask).toBe(allDomainsMask)
        if (extra.rhythm.kind === 'doses' || bornOn > '2025-04-02') return
        const after = coverage(pkg, child({ bornOn }), [...records, done(extra.code, '2025-04-02')], when)
        expect(before.gotMask & ~after.gotMask).toBe(0)
      }),
      { numRuns: 150 },
    )
  })
})
