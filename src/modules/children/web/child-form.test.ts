import { describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { detailsOf, emptyForm, faultsOf, formOf, type ChildForm } from './child-form.ts'

const today = '2026-11-22'
const form: ChildForm = {
  ...emptyForm({ communeId: newId() }),
  fullName: 'Y Hoa',
  bornOn: '2021-03-07',
  sex: 'female',
}

describe('the form of a child', () => {
  test('that is finished has no fault and gives the details', () => {
    const filled = {
      ...form,
      personalId: '062 321 760 045',
      carers: [
        { id: newId(), fullName: 'Y Blơi', relation: 'mother' as const, phone: '0912 345 678' },
        { id: newId(), fullName: '', relation: 'father' as const, phone: '' },
      ],
    }
    expect(faultsOf(filled, today)).toEqual({})
    expect(detailsOf(filled)).toMatchObject({
      fullName: 'Y Hoa',
      villageId: null,
      householdCode: null,
      carers: [{ fullName: 'Y Blơi', phone: '0912345678' }],
    })
  })

  test('that is empty names every required field', () => {
    expect(faultsOf(emptyForm({}), today)).toEqual({
      place: 'place-missing',
      fullName: 'name-missing',
      bornOn: 'birth-missing',
      sex: 'sex-missing',
    })
    expect(detailsOf(emptyForm({}))).toBeUndefined()
  })

  test.each([
    [{ bornOn: '2026-11-23' }, { bornOn: 'born-in-future' }],
    [{ bornOn: '2010-11-22' }, { bornOn: 'too-old' }],
    [{ personalId: '062221760045' }, { personalId: 'personal-id-other-sex' }],
    [{ fullName: '12' }, { fullName: 'name-not-letters' }],
    [{ unnamed: true, fullName: '' }, {}],
  ] as const)('with %j says %j', (change, faults) => {
    expect(faultsOf({ ...form, ...change }, today)).toEqual(faults)
  })

  test('says whose phone number is wrong', () => {
    const id = newId()
    const carers = [{ id, fullName: 'Y Blơi', relation: 'mother' as const, phone: '123' }]
    expect(faultsOf({ ...form, carers }, today)).toEqual({ [`phone.${id}`]: 'phone-wrong' })
  })

  test('of a registered child gives the same child back', () => {
    const details = detailsOf(form)
    if (!details) throw new Error('the form is finished')
    const child = {
      ...details,
      id: form.id,
      communeName: 'Xã Đăk Hà',
      villageName: null,
      householdId: null,
      registeredAt: '2026-01-01T00:00:00Z',
      leftOn: null,
      leftReason: null,
      sample: false,
      version: 3,
    }
    expect(detailsOf(formOf(child))).toEqual(details)
    expect(formOf(child).version).toBe(3)
  })
})
