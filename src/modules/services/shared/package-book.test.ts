import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { dayIn, item, pkg } from '#test/service-package.ts'
import type { Condition } from './contract.ts'
import type { ApprovedVersion } from './package-book.ts'
import { packageBook } from './package-book.ts'
import {
  changeRefusal,
  type ItemPatch,
  type OwnItem,
  type PackageChange,
  withChanges,
} from './package-change.ts'

const nation = { lft: 1, rgt: 1000 }
const province = { lft: 100, rgt: 199 }
const commune = { lft: 110, rgt: 119 }

const own: OwnItem = {
  number: 201,
  domain: 'nutrition',
  name: { vi: 'Phát sữa tại trường', en: '' },
  audience: 'child',
  fromDays: 1096,
  toDays: 2191,
  catchUpToDays: null,
  mandatory: true,
  conditions: [],
  rhythm: { kind: 'every', months: 3 },
  providers: ['preschool'],
  source: 'QĐ 12/QĐ-UBND',
}

let serial = 0
function version(
  place: { lft: number; rgt: number },
  from: string,
  changes: PackageChange[],
  to: string | null = null,
): ApprovedVersion {
  serial += 1
  return { id: `v${serial}`, ...place, decisionNumber: `QĐ ${serial}`, from, to, changes }
}

const byCode = new Map(pkg.items.map((one) => [one.code, one]))
const refusal = (change: PackageChange) => changeRefusal(byCode, change)

describe('what a place may change', () => {
  test.each<[string, PackageChange, ReturnType<typeof refusal>]>([
    ['a voluntary item may be removed', { kind: 'remove', code: 'PLAY' }, undefined],
    ['a mandatory one not', { kind: 'remove', code: 'IMM-MEASLES' }, 'services.package-mandatory'],
    [
      'nor made voluntary',
      { kind: 'change', code: 'HIC', fields: { mandatory: false } },
      'services.package-narrower',
    ],
    [
      'nor moved to another age',
      { kind: 'change', code: 'HIC', fields: { toDays: 365 } },
      'services.package-narrower',
    ],
    [
      'nor kept from those who are late',
      { kind: 'change', code: 'HIC', fields: { catchUpToDays: null } },
      'services.package-narrower',
    ],
    [
      'nor kept from those who are not poor',
      {
        kind: 'change',
        code: 'HIC',
        fields: { conditions: [{ anyOf: [{ fact: 'poverty', is: ['poor'] }] }] },
      },
      'services.package-narrower',
    ],
    [
      'a doubt about whom it is for may be settled',
      { kind: 'change', code: 'VITA-60', fields: { conditions: [] } },
      undefined,
    ],
    [
      'the days of a round may be set',
      {
        kind: 'change',
        code: 'VITA',
        fields: {
          rhythm: {
            kind: 'campaign',
            graceDays: 31,
            windows: [
              { from: '06-08', to: '06-30' },
              { from: '12-08', to: '12-31' },
            ],
          },
        },
      },
      undefined,
    ],
    [
      'a round may not be left out',
      {
        kind: 'change',
        code: 'VITA',
        fields: { rhythm: { kind: 'campaign', graceDays: 31, windows: [{ from: '06-08', to: '06-30' }] } },
      },
      'services.package-narrower',
    ],
    [
      'a voluntary item may be made mandatory at another age',
      { kind: 'change', code: 'PAR-SAFE', fields: { mandatory: true, fromDays: 91 } },
      undefined,
    ],
    [
      'nothing can be changed that is not there',
      { kind: 'remove', code: 'NO-SUCH' },
      'services.package-no-item',
    ],
    [
      'a timetable of doses is the ministry’s',
      { kind: 'change', code: 'PNC-42', fields: { toDays: 60 } },
      'services.package-doses',
    ],
    ['an own item may be added', { kind: 'add', item: own }, undefined],
    [
      'not one that ends before it begins',
      { kind: 'add', item: { ...own, fromDays: 400, toDays: 300 } },
      'services.package-window',
    ],
    [
      'nor on the 31st of June',
      {
        kind: 'add',
        item: {
          ...own,
          rhythm: { kind: 'campaign', graceDays: 0, windows: [{ from: '06-01', to: '13-31' }] },
        },
      },
      'services.package-window',
    ],
  ])('%s', (_, change, expected) => {
    expect(refusal(change)).toBe(expected)
  })

  test('whatever a lower level tries, no mandatory item of the level above is lost or narrowed', () => {
    const codes = fc.constantFrom(...pkg.items.map(({ code }) => code))
    const fields: fc.Arbitrary<ItemPatch> = fc.record(
      {
        mandatory: fc.boolean(),
        fromDays: fc.integer({ min: 0, max: 3000 }),
        toDays: fc.integer({ min: 0, max: 3000 }),
        catchUpToDays: fc.option(fc.integer({ min: 0, max: 4000 })),
        conditions: fc.constantFrom<Condition[]>([], [{ anyOf: [{ fact: 'disabled' }] }]),
      },
      { requiredKeys: [] },
    )
    const change: fc.Arbitrary<PackageChange> = fc.oneof(
      codes.map((code) => ({ kind: 'remove' as const, code })),
      fc.record({ kind: fc.constant('change' as const), code: codes, fields }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const after = new Map(withChanges(pkg.items, changes).map((one) => [one.code, one]))
        for (const before of pkg.items.filter(({ mandatory }) => mandatory)) {
          const { mandatory, fromDays, toDays, catchUpToDays, conditions } = after.get(before.code) ?? before
          expect(after.has(before.code) && mandatory).toBe(true)
          expect([fromDays, toDays]).toEqual([before.fromDays, before.toDays])
          expect(catchUpToDays ?? toDays).toBeGreaterThanOrEqual(before.catchUpToDays ?? before.toDays)
          // Fewer conditions reach more children; another one would leave some out.
          for (const one of conditions) expect(before.conditions).toContainEqual(one)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the package in force', () => {
  test('follows place and day: nation, then province, then commune', () => {
    const book = packageBook(
      [pkg],
      [
        version(province, '2026-09-01', [{ kind: 'remove', code: 'PLAY' }]),
        version(commune, '2026-10-01', [{ kind: 'add', item: own }], '2026-12-31'),
      ],
    )
    const has = (areaLft: number, day: string, code: string) => book.at(areaLft, day).byCode.has(code)
    expect(has(115, '2026-08-31', 'PLAY')).toBe(true)
    expect(has(115, '2026-09-01', 'PLAY')).toBe(false)
    expect(has(500, '2026-09-01', 'PLAY')).toBe(true)
    expect(has(115, '2026-09-30', 'DP-201')).toBe(false)
    expect(has(115, '2026-10-01', 'DP-201')).toBe(true)
    expect(has(130, '2026-10-01', 'DP-201')).toBe(false)
    expect(has(115, '2027-01-01', 'DP-201')).toBe(false)
    expect(book.at(115, '2026-10-01').byNumber.get(201)?.name.en).toBe('Phát sữa tại trường')
    expect(book.nextChange(115, '2026-10-01')).toBe('2027-01-01')
    expect(book.nextChange(500, '2026-10-01')).toBeNull()
  })

  test('the next version of a place takes the place of the one before it', () => {
    const book = packageBook(
      [pkg],
      [
        version(commune, '2026-10-01', [{ kind: 'add', item: own }]),
        version(commune, '2026-12-01', [{ kind: 'remove', code: 'PLAY' }]),
      ],
    )
    const { byCode: items, pkg: inForce } = book.at(115, '2026-12-01')
    expect([items.has('DP-201'), items.has('PLAY')]).toEqual([false, false])
    expect(inForce.version).toMatch(/^2026-11 \+ QĐ \d+$/)
  })

  test('what a level above makes mandatory later comes back below', () => {
    const book = packageBook(
      [pkg],
      [
        version(commune, '2026-09-01', [{ kind: 'remove', code: 'PAR-SAFE' }]),
        version(province, '2026-11-01', [{ kind: 'change', code: 'PAR-SAFE', fields: { mandatory: true } }]),
      ],
    )
    expect(book.at(115, '2026-10-31').byCode.has('PAR-SAFE')).toBe(false)
    expect(book.at(115, '2026-11-01').byCode.get('PAR-SAFE')?.mandatory).toBe(true)
    expect(item('PAR-SAFE').mandatory).toBe(false)
  })

  test('changes only on the days it names', () => {
    const changes: PackageChange[] = [{ kind: 'remove', code: 'PLAY' }]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(nation, province, commune), dayIn('2026-01-01', '2027-12-31')), {
          maxLength: 6,
        }),
        dayIn('2026-01-01', '2027-12-31'),
        (list, day) => {
          const book = packageBook(
            [pkg],
            list.map(([place, from]) => version(place, from, changes, addDays(from, 40))),
          )
          const next = book.nextChange(115, day)
          const last = next === null ? '2028-06-01' : addDays(next, -1)
          expect(book.at(115, last).pkg.items).toEqual(book.at(115, day).pkg.items)
        },
      ),
      { numRuns: 80 },
    )
  })
})
