import { describe, expect, test } from 'vitest'
import type { Candidate } from '../shared/requests.ts'
import { entriesOf, foundByName, newSession, openSession, say, unsay, withoutReason } from './session.ts'

const mai = '01900000-0000-7000-8000-000000000001'
const hoa = '01900000-0000-7000-8000-000000000002'
const mai2 = '01900000-0000-7000-8000-000000000003'
const candidate = (childId: string, fullName: string): Candidate => ({
  ...{ childId, fullName, bornOn: '2026-02-01', sex: 'female', villageName: null, carerName: null },
  ...{ state: 'due', dose: null, deadline: null, answeredOn: null },
})
const list = [candidate(mai, 'Y Mai'), candidate(hoa, 'Y Hoa'), candidate(mai2, 'Nguyễn Thị Mai')]

describe('a child is found by typing its name', () => {
  test.each([
    ['mai', ['Y Mai', 'Nguyễn Thị Mai']],
    ['nguyen m', ['Nguyễn Thị Mai']],
    ['mai nguyễn', ['Nguyễn Thị Mai']],
    ['ai', []],
    ['  ', ['Y Mai', 'Y Hoa', 'Nguyễn Thị Mai']],
  ])('"%s"', (typed, names) => {
    expect(foundByName(list, typed, {}).map(({ fullName }) => fullName)).toEqual(names)
  })

  test('of two of one name the one that is not marked yet comes first', () => {
    const said = say({}, mai, {})
    expect(foundByName(list, 'mai', said)[0]?.fullName).toBe('Nguyễn Thị Mai')
  })
})

describe('what is said of a child', () => {
  test('keeps its id when the answer changes, and is sent with the reason of a refusal only', () => {
    const came = say({}, mai, {})
    const refused = say(came, mai, { answer: 'refused', note: ' Mẹ đi vắng ' })
    expect(entriesOf(refused)).toEqual([
      expect.objectContaining({ recordId: came[mai]?.recordId, answer: 'refused', note: 'Mẹ đi vắng' }),
    ])
    expect(entriesOf(say(refused, mai, { answer: 'done' }))[0]?.note).toBeNull()
    expect(unsay(refused, mai)).toEqual({})
  })

  test('a refusal without its reason is named', () => {
    const said = say(say({}, mai, {}), hoa, { answer: 'contraindicated' })
    expect(withoutReason(said)).toEqual([hoa])
  })
})

describe('opening a session', () => {
  const today = '2026-11-22'
  const begun = { ...newSession({ itemCode: 'VITA' }, '2026-11-20'), said: say({}, mai, {}) }

  test('goes on with what was begun, without an address or at the same one', () => {
    expect(openSession({}, begun, today)).toBe(begun)
    expect(openSession({ itemCode: 'VITA' }, begun, today)).toBe(begun)
  })

  test('another service, or chosen children, is another session', () => {
    expect(openSession({ itemCode: 'DEWORM' }, begun, today)).toMatchObject({ doneOn: today, said: {} })
    expect(openSession({ childIds: `${mai},${hoa}` }, begun, today)).toMatchObject({
      ...{ itemCode: '', childIds: `${mai},${hoa}`, said: {} },
    })
  })
})
