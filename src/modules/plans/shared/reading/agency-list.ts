import { tidy } from '#base/text.ts'
import { type AgencyField, agencyFields, agencyHeads, compoundNames } from './agencies.ts'
import { matchingKey } from './matching-key.ts'

const fieldNames = [...agencyFields.map(({ name }) => name), ...agencyFields.flatMap(({ short }) => short)]
const protectedNames = [...new Set([...fieldNames, ...compoundNames])]
  .filter((name) => /[,;]|\svà\s|\s-\s|&/.test(name))
  .map(matchingKey)
  .sort((one, other) => other.length - one.length)

const fieldKeys = new Map(
  agencyFields.flatMap(({ name, short }) =>
    [name, ...short].map((form) => [matchingKey(form), name] as const),
  ),
)

/** A separator inside a name becomes a letter of the private area until the list is split. */
const hidden = { ',': '\uE000', ' và ': '\uE001', ';': '\uE002' } as const

/** "Các Sở: Y tế, Giáo dục và Đào tạo; Hội Nông dân" as the single bodies it names. */
export function splitAgencies(text: string): string[] {
  const cleaned = tidy(text)
    .replace(/^(?:(?:đề nghị|giao|phân công|do|là)\s+)+/iu, '')
    .replace(/\s*(?:\.\/\.|[.;:,*])+$/u, '')
    .replace(/(?<=\p{L})\s?\d{1,2}$/u, '')
    .replace(/(?<=\p{Ll})\s*-\s*(?=\p{Lu})/gu, ' - ')
  if (cleaned === '' || cleaned.length > 1500) return []
  let shared = ''
  return hideInside(cleaned)
    .split(/[;\n]/)
    .flatMap((group) => {
      const named = splitGroup(group, shared)
      shared = named.shared
      return named.names
    })
    .map(show)
    .filter((name) => name.length > 1 && !/^(?:các|và|những|có liên quan|liên quan)$/iu.test(name))
}

function hideInside(text: string): string {
  let result = text
  for (const name of protectedNames) {
    for (
      let at = matchingKey(result).indexOf(name);
      at >= 0;
      at = matchingKey(result).indexOf(name, at + 1)
    ) {
      const inside = result.slice(at, at + name.length)
      result = result.slice(0, at) + hide(inside) + result.slice(at + name.length)
    }
  }
  return result.replace(/\([^()]*\)/g, hide)
}

function hide(text: string): string {
  return text.replaceAll(',', hidden[',']).replaceAll(' và ', hidden[' và ']).replaceAll(';', hidden[';'])
}

function show(text: string): string {
  return tidy(
    text
      .replaceAll(hidden[','], ',')
      .replaceAll(hidden[' và '], ' và ')
      .replaceAll(hidden[';'], ';')
      .replace(/^(?:\s*[-+*:,]\s*|và\s+|cùng\s+|với\s+|phối hợp với\s+)+/iu, '')
      .replace(/(?:,\s*(?:các|và))*[\s.,:]*$/u, ''),
  )
}

const groupHead =
  /^(?:[Cc]ác\s+)?([Ss]ở|[Pp]hòng|[Bb]ộ|[Bb]an|[Hh]ội|[Tt]rường|[Đđ]ài|[Đđ]oàn)(?:\s*,\s*(?:ban|ngành|phòng))*\s*:?\s+(?=\p{Lu})|^(?:[Cc]ác\s+)?([Ss]ở|[Pp]hòng|[Bb]ộ|[Bb]an|[Hh]ội)(?:,\s*(?:ban|ngành|đoàn thể|phòng))*\s*:\s*/u

type Group = { names: string[]; shared: string }

/** One group between semicolons; a common first word ("Các Sở:") goes to every member, fields of the next group too. */
function splitGroup(group: string, carried: string): Group {
  const text = group.trim().replace(/^(?:và|cùng)\s+/iu, '')
  const { word, shared, length } = groupWord(text, carried)
  const names: string[] = []
  for (const piece of pieces(text.slice(length))) addName(names, piece, { word, isShared: shared })
  return { names, shared: shared ? word : '' }
}

type GroupWord = { word: string; shared: boolean; length: number }

/** The word that goes to every member: "Các Sở:" of this group, or of the one before when this opens with a field. */
function groupWord(text: string, carried: string): GroupWord {
  const head = groupHead.exec(text)
  if (!head) {
    const opensField = carried !== '' && fieldKeys.has(matchingKey(show(text.split(',')[0] ?? '')))
    return { word: opensField ? carried : '', shared: opensField, length: 0 }
  }
  const shared = /^các\s|:/iu.test(head[0])
  return { word: (head[1] ?? head[2] ?? '').toLowerCase(), shared, length: shared ? head[0].length : 0 }
}

function addName(
  names: string[],
  piece: string,
  { word, isShared }: { word: string; isShared: boolean },
): void {
  const shown = show(piece).replace(/^s?ở\s+(?=\p{Lu})/u, '')
  const key = matchingKey(shown)
  const last = names.at(-1)
  if (isShared && (names.length === 0 || isMember(key)) && !agencyHeads.test(withoutField(key)))
    names.push(`${capitalised(word)} ${shown}`)
  else if (last !== undefined && isFragment(key)) names[names.length - 1] = `${last}, ${shown}`
  else if (last !== undefined && word !== '' && fieldKeys.has(key))
    names.push(`${capitalised(word)} ${shown}`)
  else names.push(piece)
}

/** "Y tế" and "Công an" are fields after "Các Sở:", although they may also open the name of a body. */
function withoutField(key: string): string {
  return fieldKeys.has(key) ? '' : key
}

function isMember(key: string): boolean {
  return fieldKeys.has(key) || !/^(?:các|những|ngành|địa phương|đơn vị)(?!\p{L})/u.test(key)
}

function pieces(text: string): string[] {
  return text
    .split(/,|\s(?:và|cùng|cùng với)\s(?=(?:các|những|toàn thể|một số)\s)|\svà\s(?=\p{Lu})/u)
    .flatMap(splitLowerAnd)
    .map((piece) => piece.trim())
    .filter((piece) => show(piece) !== '')
}

function splitLowerAnd(piece: string): string[] {
  const at = piece.search(/\svà\s/u)
  if (at < 0) return [piece]
  const right = piece.slice(at + 4)
  return agencyHeads.test(matchingKey(right)) ? [piece.slice(0, at), right] : [piece]
}

/** The second half of "UBND các huyện, thành phố" or "Các Sở, ngành liên quan". */
function isFragment(key: string): boolean {
  if (
    /^(?:ngành|ban|địa phương|đơn vị|tổ chức|cá nhân|đoàn thể|thành phố|thị xã|thị trấn|phường|xã|quận|huyện|thôn|làng|bản|tổ dân phố|khu phố|phòng|hội|đặc khu|cơ sở)(?:$|,|\s(?:liên quan|có liên quan|các cấp|khác|trực thuộc|thuộc|của|trên|trong|tỉnh|xã|phường|chính trị|đóng))/u.test(
      key,
    )
  ) {
    return true
  }
  return !agencyHeads.test(key) && !fieldKeys.has(key) && /^\p{Ll}/u.test(key) && key.split(' ').length <= 4
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** True when a phrase is the name of a body: it opens as one and is not a sentence. */
export function isAgency(text: string): boolean {
  const key = matchingKey(tidy(text)).replace(
    /^(?:đề nghị|giao|phân công|đối với|trách nhiệm của|\*|-)\s*/u,
    '',
  )
  return key.length < 260 && agencyHeads.test(key)
}

/** Surely the name of a body, and not a field or people ("Y tế", "Thôn bản"): for places where either may stand. */
export function isNamedBody(text: string): boolean {
  return isAgency(text) && namedBody.test(matchingKey(tidy(text)))
}

const namedBody =
  /^(?:(?:các|đề nghị)\s+)?(?:ủy ban|ubnd|sở|phòng|ban|hội|trạm|trung tâm|trường|đoàn|tỉnh đoàn|mặt trận|công an|văn phòng|chi cục|cục|viện|vụ|bệnh viện|đài|báo|liên đoàn|bộ|bảo hiểm)\s(?!phủ)/u

export type AgencyAge = 'existed' | 'ended' | 'not-yet'

/** Did the body exist on that day? Known only for ministries, departments and the district level. */
export function agencyOn(name: string, day: string): AgencyAge {
  const key = matchingKey(tidy(name).replace(/\s*-\s*/g, ' - '))
  if (day >= twoTiers && districtBody.test(key)) return 'ended'
  const [, word = '', rest = ''] = /^(?:các\s)?(sở|bộ|phòng)\s+(.+)$/u.exec(key) ?? []
  const field = word === '' ? undefined : fieldAtStart(rest)
  return field ? fieldOn(field, word, day) : 'existed'
}

/** Ministries changed on 1/3/2025; departments and divisions at the latest on 1/7/2025. */
function fieldOn({ until, from }: AgencyField, word: string, day: string): AgencyAge {
  if (until !== undefined && day >= (word === 'bộ' ? '2025-03-01' : twoTiers)) return 'ended'
  return from !== undefined && day < from ? 'not-yet' : 'existed'
}

/** Luật 72/2025/QH15: no district level from this day. */
const twoTiers = '2025-07-01'
const districtBody =
  /(?<!\p{L})(?:ubnd|ủy ban nhân dân|phòng [^,;]*|hđnd)\s(?:các\s)?(?:huyện|quận|thị xã)(?!\p{L})/u

function fieldAtStart(text: string): AgencyField | undefined {
  return agencyFields.find(({ name, short }) =>
    [name, ...short].some((form) => startsWithWord(text, matchingKey(form))),
  )
}

function startsWithWord(text: string, start: string): boolean {
  return text.startsWith(start) && !/^\p{L}/u.test(text.slice(start.length))
}
