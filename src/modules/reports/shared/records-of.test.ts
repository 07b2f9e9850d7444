import { describe, expect, test } from 'vitest'
import { type AskedCell, recordsOf } from './records-of.ts'

const unitId = '01935e2a-0000-7000-8000-000000000001'
const village = '01935e2a-0000-7000-8000-000000000002'
const below = { areaId: village, name: 'Xã Đăk Hà', heard: 'counted', rowKey: village, version: 1 } as const
const asked = (fact: string | null, key: string, more: Partial<AskedCell> = {}): AskedCell => ({
  fact,
  row: { key, indicatorCode: null },
  cell: { source: 'computed' },
  report: { unitId, planId: 'p', period: '2026-H1', heard: [{ ...below, reportId: 'r' }] },
  ...more,
})

describe('the records behind a number', () => {
  test.each([
    ['qd23:4b.got', village, `/indicators/children/qd23:4b/2026-H1/${village}/all`, { which: 'reached' }],
    ['qd23:4b.due', 'total', `/indicators/children/qd23:4b/2026-H1/${unitId}/all`, { which: 'all' }],
    [
      'qd23:4b.got',
      'none',
      `/indicators/children/qd23:4b/2026-H1/${unitId}/unit=unknown`,
      { which: 'reached' },
    ],
    ['children.poor', village, '/children', { villageId: village, toYears: 8, poverty: 'poor' }],
    ['children.under-6', 'total', '/children', { communeId: unitId, toYears: 5 }],
    ['special.number', '4', '/children', { communeId: unitId, toYears: 15, flag: 'disabled' }],
    ['special.helped', '1', '/children', { communeId: unitId, toYears: 15, flag: 'special' }],
    ['staff.teachers', 'total', '/organisations/staff', { areaId: unitId, audience: 'teacher' }],
    ['staff.collaborators', village, '/organisations/collaborators', { areaId: unitId }],
  ])('%s of %s stand on %s', (fact, key, to, search) => {
    expect(recordsOf(asked(fact, key))).toMatchObject({ to, search })
  })

  test.each([
    ['referrals.made', '/screening/referrals'],
    ['events.training', '/calendar'],
    ['deaths.total', '/duties/urgent'],
    ['cases.emergencies-in-time', '/duties/urgent'],
    ['self-inspections.sent', '/duties'],
    ['qd23:1.got', '/indicators/typed/qd23:1'],
    ['target.last-year', '/plans/p'],
  ])('%s stand on %s', (fact, to) => {
    expect(recordsOf(asked(fact, 'total'))?.to).toBe(to)
  })

  test('a target that an indicator follows leads to the children of that indicator', () => {
    const row = { key: village, indicatorCode: 'qd23:16' }
    const page = recordsOf(asked('target.result', village, { row }))
    expect(page?.to).toBe(`/indicators/children/qd23:16/2026-H1/${unitId}/all`)
  })

  test('who reported in time stands with the duties', () => {
    const row = { key: village, indicatorCode: 'ecd1437:six-monthly-report' }
    expect(recordsOf(asked('target.result', village, { row }))?.to).toBe('/duties')
  })

  test('a number of a unit below leads to its report, which is not there for a unit that did not report', () => {
    const lower = { cell: { source: 'lower' } } as const
    expect(recordsOf(asked('children.poor', village, lower))?.to).toBe('/reports/r')
    expect(recordsOf(asked('children.poor', 'other', lower))).toBeUndefined()
  })

  test('a typed column and a blank cell have none', () => {
    expect(recordsOf(asked(null, village))).toBeUndefined()
    expect(recordsOf(asked('children.poor', village, { cell: { source: 'blank' } }))).toBeUndefined()
  })
})
