import { ChildDetails } from './contract.ts'

export const detailFields = [
  'fullName',
  'unnamed',
  'bornOn',
  'bornPrecision',
  'sex',
  'communeId',
  'villageId',
  'ethnicCode',
  'householdCode',
  'address',
  'poverty',
  'disabled',
  'specialCircumstance',
  'education',
  'personalId',
  'carers',
] as const
export type DetailField = (typeof detailFields)[number]

/** Carers as comparable text, in no order. */
function carersText({ carers }: ChildDetails): string {
  return JSON.stringify(
    carers
      .map(({ id, fullName, relation, phone }) => [id, fullName, relation, phone])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1)),
  )
}

/** The fields in which two states of a child differ. */
export function changesBetween(before: ChildDetails, after: ChildDetails): DetailField[] {
  return detailFields.filter((field) =>
    field === 'carers' ? carersText(before) !== carersText(after) : before[field] !== after[field],
  )
}

/** What a person changed of `seen`, put onto a newer state: fields they did not touch stay as others left them. */
export function changedOnto(fresh: ChildDetails, seen: ChildDetails, wanted: ChildDetails): ChildDetails {
  const fields = changesBetween(seen, wanted)
  return ChildDetails.parse({
    ...fresh,
    ...Object.fromEntries(fields.map((field) => [field, wanted[field]])),
  })
}
