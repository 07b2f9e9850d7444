import { fold } from '#base/text.ts'
import type { CarerRelation } from '../contract.ts'
import { phoneOf } from './cells.ts'
import { reason, type RowReason } from './reasons.ts'
import type { RosterField } from './headings.ts'

export type RosterCarer = { fullName: string; relation: CarerRelation; phone: string | null }

/** A phone number without a name is kept: it is what a nurse needs to reach the family. */
export const unknownCarer = 'Chưa rõ tên'

type Texts = { text: (field: RosterField) => string }

/** Mother, father and another carer of a row; a common phone number goes to the one who cares for the child. */
export function readCarers({ text }: Texts, notes: RowReason[]): RosterCarer[] {
  const phone = (field: 'phone' | 'motherPhone' | 'fatherPhone') => {
    const written = text(field)
    const found = phoneOf(written)
    if (written !== '' && !found) notes.push(reason('phone-unreadable', field, written))
    return found ?? null
  }
  const mother = carer(text('mother'), 'mother', phone('motherPhone'))
  const father = carer(text('father'), 'father', phone('fatherPhone'))
  const other = carer(text('carer'), 'other', null)
  const parents = [mother, father].filter((one) => one !== undefined)
  const isParentAgain = other && parents.find((parent) => fold(parent.fullName) === fold(other.fullName))
  const all = other && !isParentAgain ? [...parents, other] : parents
  return withPhone(all, isParentAgain ?? (other ? other : all[0]), phone('phone'))
}

function carer(name: string, relation: CarerRelation, phone: string | null): RosterCarer | undefined {
  if (name === '' && phone === null) return undefined
  return { fullName: name === '' ? unknownCarer : name.slice(0, 100), relation, phone }
}

function withPhone(all: RosterCarer[], owner: RosterCarer | undefined, phone: string | null): RosterCarer[] {
  if (phone === null) return all
  if (!owner) return [{ fullName: unknownCarer, relation: 'other', phone }]
  return all.map((one) => (one === owner && one.phone === null ? { ...one, phone } : one))
}
