import type { Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { Capability, PlaceKind } from './roles.ts'

/** One grant as the rules see it: what, where, from when to when. */
export type Holder = {
  capabilities: ReadonlySet<string>
  area: { lft: number; rgt: number }
  validFrom: Day
  validTo: Day | null
}

/**
 * Whether the holder of a grant may do something at a place on a day. The server asks it, the screens hide by it what
 * would be refused, and a test holds it equal to the filter in SQL and to row-level security.
 */
// oxlint-disable-next-line max-params -- asked everywhere: reads as a sentence, who may do what, where and when
export function may(holder: Holder, capability: string, place: { lft: number }, day: Day): boolean {
  return isOn(holder, day) && holder.capabilities.has(capability) && isWithin(place, holder.area)
}

/** Who gives: their grant, with the roles that theirs may give. */
export type Giver = Holder & { mayGrant: readonly string[] }

export type GivenRole = {
  key: string
  capabilities: readonly string[]
  kinds: readonly PlaceKind[]
  retired: boolean
  /** Where a role of one's own was made; null for a standard role. */
  madeAt: { lft: number; rgt: number } | null
}

export type Gift = {
  role: GivenRole
  area: { lft: number; rgt: number; kind: string }
  validFrom: Day
  validTo: Day | null
}

export type GiftRefusal =
  | 'accounts.outside-your-area'
  | 'accounts.role-not-yours-to-give'
  | 'accounts.role-retired'
  | 'accounts.more-than-you-hold'
  | 'accounts.wrong-kind-of-place'
  | 'accounts.dates-out-of-order'
  | 'accounts.beyond-your-dates'

/**
 * Whether a grant may be given; the first reason against it, else undefined. An administrator sees no child and yet
 * appoints officers: which roles a role may give is therefore data of its own (`mayGrant`). Everybody else gives only
 * roles that hold nothing they do not hold themselves. Nobody gives outside their place or beyond their own last day.
 */
export function whyNotGive(giver: Giver, gift: Gift): GiftRefusal | undefined {
  if (!isWithin(gift.area, giver.area)) return 'accounts.outside-your-area'
  return whyNotThisRole(giver, gift) ?? whyNotTheseDays(giver, gift)
}

function whyNotThisRole(giver: Giver, gift: Gift): GiftRefusal | undefined {
  const { role, area } = gift
  if (role.retired) return 'accounts.role-retired'
  if (!givesRole(giver, gift)) return 'accounts.role-not-yours-to-give'
  if (!isAdministrator(giver) && !role.capabilities.every((one) => giver.capabilities.has(one)))
    return 'accounts.more-than-you-hold'
  if (!role.kinds.some((kind) => kind === area.kind)) return 'accounts.wrong-kind-of-place'
  return undefined
}

function whyNotTheseDays(giver: Giver, { validFrom, validTo }: Gift): GiftRefusal | undefined {
  if (validTo !== null && validTo < validFrom) return 'accounts.dates-out-of-order'
  if (giver.validTo !== null && (validTo === null || validTo > giver.validTo))
    return 'accounts.beyond-your-dates'
  return undefined
}

function isAdministrator({ capabilities }: Holder): boolean {
  return capabilities.has('accounts.manage' satisfies Capability)
}

/** A role of one's own is given by administrators, within the place it was made for. */
function givesRole(giver: Giver, { role, area }: Gift): boolean {
  if (!giver.capabilities.has('accounts.grant' satisfies Capability)) return false
  if (role.madeAt === null) return giver.mayGrant.includes(role.key)
  return isAdministrator(giver) && isWithin(area, role.madeAt)
}
