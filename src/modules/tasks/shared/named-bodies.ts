import type { Day } from '#base/day.ts'
import { fold, words } from '#base/text.ts'
import type { NamedBody } from './contract.ts'

/** What is asked of an organisation to find it by the name a plan prints. */
export type Body = {
  id: string
  name: string
  shortName: string | null
  areaId: string
  validTo: Day | null
  successors: readonly { organisationId: string; name: string }[]
}

/** Abbreviations of official texts, as words of the whole name. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bmttq\b/g, 'mat tran to quoc'],
  [/\blhpn\b/g, 'lien hiep phu nu'],
  [/\bld ?-? ?tb ?(?:&|va|,)? ?xh\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bldtbxh\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bgd ?(?:&|va)? ?dt\b/g, 'giao duc va dao tao'],
  [/\bvh,? ?tt ?(?:&|va)? ?dl\b/g, 'van hoa the thao va du lich'],
  [/\bvh ?-? ?xh\b/g, 'van hoa xa hoi'],
  [/\bkh ?(?:&|va)? ?dt\b/g, 'ke hoach va dau tu'],
  [/\btt ?(?:&|va)? ?tt\b/g, 'thong tin va truyen thong'],
  [/\btncs\b/g, 'thanh nien cong san'],
]

/** Equal for "Sở LĐ-TB&XH" and "Sở Lao động - Thương binh và Xã hội". */
export function bodyWords(name: string): string {
  const whole = abbreviations.reduce((text, [short, long]) => text.replace(short, long), fold(name))
  return words(whole)
    .filter((word) => word !== 'va')
    .join(' ')
}

/** "xã hội" is no commune. */
const placeTail = / (tinh|thanh pho|xa(?! hoi)|phuong|dac khu)(?: .*)?$/

type Stem = { stem: string; level: 'province' | 'commune' | undefined }

/** "Hội LHPN tỉnh Quảng Ngãi" is "Hội LHPN" of the level of a province. */
function stemOf(name: string): Stem {
  const whole = bodyWords(name)
  const word = placeTail.exec(whole)?.[1]
  if (word === undefined) return { stem: whole, level: undefined }
  const level = word === 'tinh' || word === 'thanh pho' ? 'province' : 'commune'
  return { stem: whole.replace(placeTail, ''), level }
}

/** A level that one of the two does not say fits, but "Sở Y tế" is of a province by itself. */
function isSame(wanted: Stem, body: Stem): boolean {
  if (wanted.stem !== body.stem) return false
  if (wanted.level === undefined || wanted.level === body.level) return true
  return body.level === undefined && wanted.level === 'province'
}

/**
 * The organisation that a plan names, or whoever took its work over. Bodies are tried in their order (the place of
 * the plan first); unknown stays unknown, nothing is guessed.
 */
export function resolveBody(name: string, bodies: readonly Body[], today: Day): NamedBody {
  const [whole, wanted] = [bodyWords(name), stemOf(name)]
  const found =
    bodies.find((body) => namesOf(body).some((one) => bodyWords(one) === whole)) ??
    bodies.find((body) => namesOf(body).some((one) => isSame(wanted, stemOf(one))))
  if (!found) return { name, organisationId: null, today: null }
  const present = presentOf(found, bodies, today)
  return {
    name,
    organisationId: present.id,
    today: present.id === found.id ? null : present.name,
  }
}

function namesOf({ name, shortName }: Body): string[] {
  return shortName === null ? [name] : [name, shortName]
}

/** Follows the successors of bodies that ended; the first named one, as the list of successors has it. */
function presentOf(body: Body, bodies: readonly Body[], today: Day): { id: string; name: string } {
  let present = body
  for (
    const seen = new Set<string>();
    present.validTo !== null && present.validTo < today && !seen.has(present.id);
  ) {
    seen.add(present.id)
    const [next] = present.successors
    const known = bodies.find(({ id }) => id === next?.organisationId)
    if (!next) break
    if (!known) return { id: next.organisationId, name: next.name }
    present = known
  }
  return present
}

type Unit = { kind: string; name: string }

/** Words for all units of a level at once. Districts ended on 1/7/2025: their duties went down to the communes (Luật 72/2025/QH15). */
const levelWords: Readonly<Record<string, RegExp>> = {
  commune: /\b(?:xa|phuong|dac khu|thi tran|cap co so|huyen|thi xa|dia phuong)\b/,
  province: /\b(?:tinh|thanh pho|dia phuong)\b/,
  village: /\b(?:thon|lang|ban|to dan pho|khu dan cu|cong tac vien)\b/,
}

/**
 * Whether a plan of a place above gives work to this unit by its name ("UBND xã Đăk Hà") or by its level
 * ("UBND các xã, phường"; "các địa phương"). Another unit's own name does not.
 */
export function namesUnit(name: string, { kind, name: unitName }: Unit): boolean {
  const text = words(name).join(' ')
  if (` ${text} `.includes(` ${words(unitName).join(' ')} `)) return true
  const level = levelWords[kind]
  if (!level || !level.test(text)) return false
  return /\b(?:cac|cap|nhung|tung|moi|toan bo|cong tac vien)\b/.test(text) || isListOfLevels(text)
}

/** "UBND xã, phường" with nothing that could be the name of one unit after it. */
function isListOfLevels(text: string): boolean {
  return /^(?:ubnd|uy ban nhan dan)?(?: ?(?:xa|phuong|dac khu|thi tran|huyen|thi xa|thanh pho|tinh|va))+$/.test(
    text,
  )
}
