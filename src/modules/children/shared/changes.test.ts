import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { changedOnto, changesBetween } from './changes.ts'
import type { ChildDetails } from './contract.ts'

const hoa: ChildDetails = {
  communeId: newId(),
  villageId: null,
  fullName: 'Y Hoa',
  unnamed: false,
  bornPrecision: 'day',
  bornOn: '2021-03-07',
  sex: 'female',
  ethnicCode: '14',
  householdCode: '12',
  address: null,
  poverty: 'poor',
  disabled: false,
  specialCircumstance: false,
  education: null,
  personalId: null,
  carers: [
    { id: newId(), fullName: 'Y Blơi', relation: 'mother', phone: null },
    { id: newId(), fullName: 'A Bé', relation: 'father', phone: null },
  ],
}

test('fields that differ are named; the order of carers is no difference', () => {
  expect(changesBetween(hoa, { ...hoa, carers: hoa.carers.toReversed() })).toEqual([])
  expect(changesBetween(hoa, { ...hoa, fullName: 'Y Hòa', poverty: null })).toEqual(['fullName', 'poverty'])
  expect(changesBetween(hoa, { ...hoa, carers: [] })).toEqual(['carers'])
})

test('a change is put onto what others saved meanwhile, and theirs stays', () => {
  const fresh = { ...hoa, poverty: 'near-poor' as const }
  expect(changedOnto(fresh, hoa, { ...hoa, householdCode: '99' })).toEqual({
    ...hoa,
    poverty: 'near-poor',
    householdCode: '99',
  })
})
