import { words } from '#base/text.ts'
import { nameSortKey } from '#base/vietnamese-order.ts'
import type { BornPrecision, RegisterChild } from '../shared/contract.ts'
import { foldedName, nameTokens, unnamedText } from '../shared/child-name.ts'
import type { ComparedChild } from '../shared/duplicates.ts'
import type { ChildPlace, NewChild } from './queries-children.ts'

/** What is registered, without what only a person's entry has. */
export type ChildToWrite = Omit<RegisterChild, 'isAnotherChild' | 'bornPrecision'> & {
  bornPrecision?: BornPrecision
  sample?: boolean
  householdId?: string | null | undefined
}

/** Everything that is stored of a child, computed in one place: folded name, sort key, search tokens, place. */
export function toNewChild(child: ChildToWrite, place: ChildPlace): NewChild {
  const fullName = child.unnamed ? unnamedText : child.fullName
  return {
    id: child.id,
    areaLft: place.areaLft,
    communeId: place.communeId,
    villageId: place.villageId,
    fullName,
    unnamed: child.unnamed,
    nameFolded: child.unnamed ? '' : foldedName(fullName),
    nameSort: nameSortKey(fullName),
    bornOn: child.bornOn,
    bornPrecision: child.bornPrecision ?? 'day',
    sex: child.sex,
    ethnicCode: child.ethnicCode,
    householdCode: child.householdCode || null,
    householdId: child.householdId,
    address: child.address,
    poverty: child.poverty,
    disabled: child.disabled,
    specialCircumstance: child.specialCircumstance,
    education: child.education,
    sample: child.sample ?? false,
    personalId: child.personalId ?? null,
    carers: child.carers.map((carer) => ({ ...carer, nameFolded: foldedName(carer.fullName) })),
    ...searchTokens({ ...child, fullName }),
  }
}

/** Words of the child's own name, and those of its carers' names that are not among them. */
function searchTokens(child: Pick<ChildToWrite, 'fullName' | 'unnamed' | 'carers'>) {
  const tokens = nameTokens(child)
  const own = new Set(tokens)
  const others = new Set(child.carers.flatMap(({ fullName }) => words(fullName)))
  return { tokens, carerTokens: [...others].filter((token) => !own.has(token)) }
}

/** The same child as the duplicate check sees it; villages are compared by id. */
export function comparedOf(
  child: Pick<
    RegisterChild,
    | 'fullName'
    | 'unnamed'
    | 'bornOn'
    | 'bornPrecision'
    | 'sex'
    | 'personalId'
    | 'carers'
    | 'villageId'
    | 'householdCode'
  >,
): ComparedChild {
  const mother = child.carers.find(({ relation }) => relation === 'mother')
  return {
    name: child.unnamed ? '' : foldedName(child.fullName),
    bornOn: child.bornOn,
    bornPrecision: child.bornPrecision,
    sex: child.sex,
    personalId: child.personalId ?? null,
    mother: mother ? foldedName(mother.fullName) : null,
    village: child.villageId,
    household: child.householdCode,
  }
}
