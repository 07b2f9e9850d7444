import { expect, test } from 'vitest'
import { checkUnits } from './check-units.ts'
import { holderOf, placeChanges } from './place-changes.ts'
import { type UnitTables } from './unit-tables.ts'

/** Two communes of one district and one of another become two communes of today. */
const tables = (change: Partial<UnitTables> = {}): UnitTables => ({
  'provinces-until-2025-06': [{ code: '62', name: 'Tỉnh Kon Tum' }],
  'districts-until-2025-06': [
    { code: '614', name: 'Huyện Kon Rẫy', province_code: '62' },
    { code: '318', name: 'Huyện Đảo', province_code: '62' },
  ],
  'communes-until-2025-06': [
    { code: '23479', name: 'Thị trấn Đắk Rve', district_code: '614', province_code: '62' },
    { code: '23491', name: 'Xã Đắk Pne', district_code: '614', province_code: '62' },
  ],
  'provinces-from-2025-07': [{ code: '51', name_2025_07: 'Tỉnh Quảng Ngãi' }],
  'communes-from-2025-07': [
    { code: '23479', name_2025_07: 'Xã Đăk Rve', province_code: '51' },
    { code: '23485', name_2025_07: 'Xã Đăk Kôi', province_code: '51' },
  ],
  'commune-changes-2025-07': [],
  ...change,
})

const row = {
  ...{ old_code: '23479', old_name: 'Thị trấn Đăk Rve', old_district_code: '614', old_province_code: '62' },
  ...{ new_code: '23479', new_name: 'Xã Đăk Rve', note: '' },
  extent: 'whole',
} as const

const place = (...rows: UnitTables['commune-changes-2025-07']) =>
  placeChanges(tables({ 'commune-changes-2025-07': rows }))

const told = (...rows: UnitTables['commune-changes-2025-07']) =>
  place(...rows)
    .remarks.filter(({ table }) => table === 'commune-changes-2025-07')
    .map(({ reason }) => reason)

test('a row is placed by its codes; other marks in the name are the same name', () => {
  const { changes, remarks } = place(row)
  expect(changes).toEqual([
    {
      from: { kind: 'commune', code: '23479' },
      to: { kind: 'commune', code: '23479' },
      extent: 'whole',
      note: null,
    },
    {
      from: { kind: 'district', code: '614' },
      to: { kind: 'commune', code: '23479' },
      extent: 'whole',
      note: null,
    },
    {
      from: { kind: 'province', code: '62' },
      to: { kind: 'province', code: '51' },
      extent: 'whole',
      note: null,
    },
  ])
  expect(remarks.map(({ code, reason }) => `${code} ${reason}`)).toEqual(['23491 no-successor'])
})

test('a code that a list lacks is told, not followed', () => {
  expect(told({ ...row, old_code: '99999' })).toEqual(['old-unit-unknown'])
  expect(told({ ...row, new_code: '99999' })).toEqual(['new-unit-unknown'])
})

test('a row whose name is another commune of the district is told, not placed', () => {
  expect(told({ ...row, old_name: 'Xã Đăk Pne' })).toEqual(['code-names-other-unit'])
  expect(place({ ...row, old_name: 'Xã Đăk Pne' }).changes).toEqual([])
})

test('a row with another spelling is placed and told', () => {
  expect(told({ ...row, old_name: 'Thị trấn Đăk Rơ Ve' })).toEqual(['name-differs'])
  expect(place({ ...row, old_name: 'Thị trấn Đăk Rơ Ve' }).changes).toHaveLength(3)
})

test('a district without communes goes by its own code; land without a code and a unit is told', () => {
  const whole = { ...row, old_code: '', old_name: '', old_district_code: '318', extent: 'other' } as const
  expect(place(whole).changes[0]).toMatchObject({ from: { kind: 'district', code: '318' }, extent: 'other' })
  expect(told({ ...whole, old_name: 'Bãi bồi ven biển' })).toEqual(['old-unit-unknown'])
})

test('a divided district has a part in each commune', () => {
  const { changes } = place(row, { ...row, old_code: '23491', old_name: 'Xã Đăk Pne', new_code: '23485' })
  expect(changes.filter(({ from }) => from.kind === 'district').map(({ extent }) => extent)).toEqual([
    'part',
    'part',
  ])
})

test('the land is held by the only unit that took it whole, else by the only one, else by none', () => {
  const to = (code: string, extent: 'whole' | 'part') => ({
    ...({ from: { kind: 'commune', code: '1' }, to: { kind: 'commune', code } } as const),
    ...{ extent, note: null },
  })
  expect(holderOf([to('a', 'whole'), to('b', 'part')])?.code).toBe('a')
  expect(holderOf([to('a', 'part')])?.code).toBe('a')
  expect(holderOf([to('a', 'part'), to('b', 'part')])).toBeUndefined()
  expect(holderOf([to('a', 'whole'), to('b', 'whole')])).toBeUndefined()
})

test('a code twice and a unit below nothing are told and left out', () => {
  const [first] = tables()['communes-until-2025-06']
  const { tables: sound, remarks } = checkUnits(
    tables({
      'communes-until-2025-06': [
        ...(first ? [first, { ...first, name: 'Xã Khác' }] : []),
        { code: '23999', name: 'Xã Lạc', district_code: '999', province_code: '62' },
      ],
    }),
  )
  expect(sound['communes-until-2025-06']).toEqual([first])
  expect(remarks.map(({ code, reason }) => `${code} ${reason}`)).toEqual([
    '23479 code-twice',
    '23999 unit-above-unknown',
  ])
})
