import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { InBothLanguages, RoleKey } from './roles.ts'

/** Not begun yet, in force, past its last day, or ended by somebody before that. */
export const GrantState = z.enum(['coming', 'active', 'over', 'ended'])
export type GrantState = z.infer<typeof GrantState>

/** A grant as those who manage accounts see it. */
export const GrantShown = z.object({
  id: Id,
  role: RoleKey,
  roleName: InBothLanguages,
  areaId: Id,
  areaName: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  endedAt: z.string().nullable(),
  state: GrantState,
  grantedByName: z.string().nullable(),
  mayEnd: z.boolean(),
})
export type GrantShown = z.infer<typeof GrantShown>

/** A person with the grants that lie within the asker's place. */
export const PersonShown = z.object({
  id: Id,
  fullName: z.string(),
  username: z.string(),
  disabledAt: z.string().nullable(),
  leftOn: Day.nullable(),
  invited: z.boolean(),
  /** Also holds a grant outside of the asker's place; only whoever is above both may lock the account. */
  worksElsewhere: z.boolean(),
  mayManage: z.boolean(),
  grants: z.array(GrantShown),
})
export type PersonShown = z.infer<typeof PersonShown>

export const PersonState = z.enum(['active', 'invited', 'disabled', 'left'])
export type PersonState = z.infer<typeof PersonState>

/** `text`: parts of the name in any order with or without marks, or the beginning of the user name. */
export const SearchPeople = z.object({
  text: z.string().max(100).default(''),
  role: RoleKey.optional(),
  state: PersonState.optional(),
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SearchPeople = z.infer<typeof SearchPeople>

export const PeopleFound = z.object({
  people: z.array(PersonShown),
  next: Id.nullable(),
  total: z.number().int(),
})
export type PeopleFound = z.infer<typeof PeopleFound>

/** From today when no first day is said, without end when no last day is said. */
export const GiveGrant = z.object({
  id: Id,
  role: RoleKey,
  areaId: Id,
  validFrom: Day.optional(),
  validTo: Day.nullable().default(null),
})
export type GiveGrant = z.infer<typeof GiveGrant>

/** The last day at work; null takes the leaving back, grants then have to be given again. */
export const LeavePerson = z.object({ leftOn: Day.nullable() })
export type LeavePerson = z.infer<typeof LeavePerson>
