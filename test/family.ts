import { expect } from 'vitest'
import { newId } from '#base/id.ts'
import type { Client } from './app.ts'
import { places } from './people.ts'

/** What is known of each child here, but for its name and birth. */
export const childDetails = {
  ...{
    communeId: places.dakHa,
    villageId: places.dakMeVillage,
    sex: 'female',
    ethnicCode: '14',
    householdCode: '12',
  },
  ...{ address: 'Nhà số 3', poverty: 'poor', disabled: false, specialCircumstance: false, education: 'none' },
}
/** Registers a child with its mother through the door of the register; each has a name of its own. */
export async function registerWithMother(
  officer: Client,
  bornOn: string,
  fullName?: string,
): Promise<string> {
  const id = newId()
  const carers = [{ id: newId(), fullName: 'Đinh Thị Huyền', relation: 'mother', phone: '0987600123' }]
  const reply = await officer.post('/children', {
    ...{
      ...childDetails,
      id,
      fullName: fullName ?? nameFrom(id),
      bornOn,
      carers,
      personalId: null,
      isAnotherChild: true,
    },
  })
  expect(reply.status).toBe(200)
  return id
}

/** No two children of a test have one name, else they are held as likely the same. */
function nameFrom(id: string): string {
  const letters = [...id.slice(-6)].map((digit) => 'ABCDEGHKLMNOPQRS'.charAt(Number.parseInt(digit, 16)))
  return `Y Mai ${letters.join('')}`
}

/** What the page sends for a consent of the mother. */
export const consent = (changes = {}) => ({
  ...{
    id: newId(),
    purpose: 'photo',
    decision: 'given',
    wordingEdition: '2026-11',
    givenBy: 'Đinh Thị Huyền',
  },
  ...{
    capacity: 'mother',
    givenOn: '2026-06-15',
    childVoice: 'agrees',
    proof: 'signed-paper',
    proofNote: null,
  },
  ...changes,
})

/** What the page sends for a request of the mother to see what is kept. */
export const request = (changes = {}) => ({
  ...{
    id: newId(),
    kind: 'view',
    receivedOn: '2026-06-08',
    receivedHow: 'in-person',
    requester: 'Đinh Thị Huyền',
  },
  ...{
    capacity: 'mother',
    identityProof: 'Căn cước',
    words: 'Xin xem hồ sơ của con tôi',
    withProcessor: false,
  },
  ...changes,
})
