import { describe, expect, test } from 'vitest'
import { checkPersonalId, restoreLeadingZeros } from './personal-id.ts'

describe('a personal ID number', () => {
  test.each([
    ['020219004317', { bornOn: '2019-05-06', sex: 'male' }, 'male'],
    ['062321760045', { bornOn: '2021-05-06', sex: 'female' }, 'female'],
    ['046 218 123 456', { bornOn: '2018-01-01', sex: 'male' }, 'male'],
    ['062321760045', {}, 'female'],
  ] as const)('%s of its child is right', (value, child, sex) => {
    expect(checkPersonalId(value, child)).toMatchObject({ ok: true, sex, unknownPlace: false })
  })

  test.each([
    ['020219004317', { sex: 'female' }, 'personal-id-other-sex'],
    ['020219004317', { bornOn: '2020-01-01' }, 'personal-id-other-year'],
    ['02021900431', {}, 'personal-id-not-12-digits'],
    ['0202190O4317', {}, 'personal-id-not-12-digits'],
    ['233456789', {}, 'personal-id-of-adult'],
    ['020190004317', {}, 'personal-id-other-century'],
  ] as const)('%s for %j is refused: %s', (value, child, reason) => {
    expect(checkPersonalId(value, child)).toEqual({ ok: false, reason })
  })

  test('of an unknown place is taken with a warning, and any known place is right for any home', () => {
    expect(checkPersonalId('999219004317')).toMatchObject({ ok: true, unknownPlace: true })
  })

  test('gets back the zeros that a spreadsheet dropped, when it then fits the child', () => {
    expect(restoreLeadingZeros('20219004317', { bornOn: '2019-01-01', sex: 'male' })).toBe('020219004317')
    expect(restoreLeadingZeros('1219004317', { bornOn: '2019-01-01', sex: 'male' })).toBe('001219004317')
    expect(restoreLeadingZeros('20219004317', { bornOn: '2020-01-01' })).toBe('20219004317')
  })
})
