import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { birthRefusal } from '../shared/child-age.ts'
import { checkName } from '../shared/child-name.ts'
import {
  BornPrecision,
  CarerRelation,
  type Child,
  ChildDetails,
  Education,
  Poverty,
  Sex,
} from '../shared/contract.ts'
import { checkPersonalId, type PersonalIdReason } from '../shared/personal-id.ts'
import { phoneOf } from '../shared/roster/cells.ts'

/** What stands in the form, finished or not; this is also what is kept on the device. */
export const ChildForm = z.object({
  id: Id,
  version: z.number().optional(),
  communeId: Id.optional(),
  villageId: Id.optional(),
  fullName: z.string(),
  unnamed: z.boolean(),
  bornOn: Day.optional(),
  bornPrecision: BornPrecision.default('day'),
  sex: Sex.optional(),
  ethnicCode: z.string().optional(),
  householdCode: z.string(),
  address: z.string(),
  poverty: Poverty.optional(),
  disabled: z.boolean(),
  specialCircumstance: z.boolean(),
  education: Education.optional(),
  personalId: z.string(),
  /** The number is not for this person to see: left empty it stays as it is. */
  numberHidden: z.boolean().default(false),
  carers: z.array(z.object({ id: Id, fullName: z.string(), relation: CarerRelation, phone: z.string() })),
})
export type ChildForm = z.infer<typeof ChildForm>

export function emptyForm(place: {
  communeId?: string | undefined
  villageId?: string | undefined
}): ChildForm {
  return {
    id: newId(),
    ...(place.communeId ? { communeId: place.communeId } : {}),
    ...(place.villageId ? { villageId: place.villageId } : {}),
    fullName: '',
    unnamed: false,
    bornPrecision: 'day',
    householdCode: '',
    address: '',
    disabled: false,
    specialCircumstance: false,
    personalId: '',
    numberHidden: false,
    carers: [{ id: newId(), fullName: '', relation: 'mother', phone: '' }],
  }
}

/** A stored child as the form holds it: what is not known is left out or empty. */
export function formOf(child: Child): ChildForm {
  const { villageId, ethnicCode, poverty, education } = child
  return {
    id: child.id,
    version: child.version,
    communeId: child.communeId,
    ...(villageId ? { villageId } : {}),
    fullName: child.unnamed ? '' : child.fullName,
    unnamed: child.unnamed,
    bornOn: child.bornOn,
    bornPrecision: child.bornPrecision,
    sex: child.sex,
    ...(ethnicCode ? { ethnicCode } : {}),
    householdCode: child.householdCode ?? '',
    address: child.address ?? '',
    ...(poverty ? { poverty } : {}),
    disabled: child.disabled,
    specialCircumstance: child.specialCircumstance,
    ...(education ? { education } : {}),
    personalId: child.personalId ?? '',
    numberHidden: child.personalId === undefined,
    carers: child.carers.map((carer) => ({ ...carer, phone: carer.phone ?? '' })),
  }
}

/** Everything that twins share; name, sex and number are the child's own. */
export function twinForm(twin: Child, id: string): ChildForm {
  const { communeId, villageId, bornOn, bornPrecision, ethnicCode, householdCode, address, poverty, carers } =
    formOf(twin)
  return {
    ...emptyForm({ communeId, villageId }),
    ...{ bornOn, bornPrecision, householdCode, address, carers },
    ...(ethnicCode ? { ethnicCode } : {}),
    ...(poverty ? { poverty } : {}),
    id,
  }
}

export type FormFault =
  | 'place-missing'
  | 'name-missing'
  | 'name-too-long'
  | 'name-not-letters'
  | 'birth-missing'
  | 'born-in-future'
  | 'too-old'
  | 'sex-missing'
  | 'phone-wrong'
  | PersonalIdReason

/** Wrong fields, each with what is wrong; a carer's phone under `phone.<id>`. */
export type FormFaults = Partial<Record<string, FormFault>>

/** By the name of the field; the rules are those of the server, which decides. */
export function faultsOf(form: ChildForm, today: Day): FormFaults {
  const found: [string, FormFault | undefined][] = [
    ['place', form.communeId ? undefined : 'place-missing'],
    ['fullName', nameFault(form)],
    ['bornOn', form.bornOn ? birthRefusal(form.bornOn, today) : 'birth-missing'],
    ['sex', form.sex ? undefined : 'sex-missing'],
    ['personalId', numberFault(form)],
    ...form.carers.map(({ id, phone }): [string, FormFault | undefined] => [
      `phone.${id}`,
      phoneFault(phone),
    ]),
  ]
  return Object.fromEntries(found.filter(([, fault]) => fault !== undefined))
}

function nameFault({ unnamed, fullName }: ChildForm): FormFault | undefined {
  if (unnamed) return undefined
  const check = checkName(fullName)
  return check.ok ? undefined : check.reason
}

function numberFault({ personalId, bornOn, sex }: ChildForm): FormFault | undefined {
  if (personalId.trim() === '') return undefined
  const check = checkPersonalId(personalId, { ...(bornOn ? { bornOn } : {}), ...(sex ? { sex } : {}) })
  return check.ok ? undefined : check.reason
}

function phoneFault(phone: string): FormFault | undefined {
  return phone.trim() === '' || phoneOf(phone) ? undefined : 'phone-wrong'
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** The form as the contract wants it; undefined while something is missing. Carers without name and phone go. */
export function detailsOf(form: ChildForm): ChildDetails | undefined {
  const carers = form.carers
    .filter(({ fullName, phone }) => fullName.trim() !== '' || phone.trim() !== '')
    .map(({ id, fullName, relation, phone }) => ({
      id,
      relation,
      fullName: orNull(fullName) ?? 'Chưa rõ tên',
      phone: phoneOf(phone) ?? null,
    }))
  const parsed = ChildDetails.safeParse({
    ...form,
    fullName: form.unnamed ? 'Chưa đặt tên' : form.fullName,
    villageId: form.villageId ?? null,
    ethnicCode: form.ethnicCode ?? null,
    poverty: form.poverty ?? null,
    education: form.education ?? null,
    householdCode: orNull(form.householdCode),
    address: orNull(form.address),
    personalId: form.numberHidden ? undefined : orNull(form.personalId),
    carers,
  })
  return parsed.data
}
