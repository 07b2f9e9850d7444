import { tidy } from '#base/text.ts'
import { agencyFields, agencyHeads, compoundNames } from './agencies.ts'
import { matchingKey } from './matching-key.ts'

const fieldNames = [...agencyFields.map(({ name }) => name), ...agencyFields.flatMap(({ short }) => short)]
const protectedNames = [...new Set([...fieldNames, ...compoundNames])]
  .filter((name) => /[,;]|\svà\s|\s-\s|&/.test(name))
  .map(matchingKey)
  .sort((one, other) => other.length - one.length)

const fieldKeys = new Map(
  agencyFields.flatMap(({ name, short }) => [name, ...short].map((form) => [matchingKey(form), name] as const)),
)

/** A separator inside a name becomes a letter of the private area until the list is split. */
const hidden = { ',': '\uE000', ' và ': '\uE001', ';': '\uE002' } as const

/** "Các Sở: Y tế, Giáo dục và Đào tạo; Hội Nông dân" as the single bodies it names. */
export function splitAgencies(text: string): string[] {
  const cleaned = tidy(text)
    .replace(/^(?:(?:đề nghị|giao|phân công|do|là)\s+)+/iu, '')
    .replace(/\s*(?:\.\/\.|[.;:,])+$/u, '')
    .replace(/(?<=\p{L})\s?\d{1,2}$/u, '')
    .replace(/\s*-\s*(?=\p{Lu})/gu, ' - ')
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
    for (let at = matchingKey(result).indexOf(name); at >= 0; at = matchingKey(result).indexOf(name, at + 1)) {
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

const groupHead = /^(?:các\s+)?(sở|phòng|bộ|ban|hội|trường|đài|đoàn)(?:\s*,\s*(?:ban|ngành|phòng))*\s*:?\s+(?=\p{Lu})|^(?:các\s+)?(sở|phòng|bộ|ban|hội)(?:,\s*(?:ban|ngành|đoàn thể|phòng))*\s*:\s*/iu

type Group = { names: string[]; shared: string }

/** One group between semicolons; a common first word ("Các Sở:") goes to every member, fields of the next group too. */
function splitGroup(group: string, carried: string): Group {
  const text = group.trim().replace(/^(?:và|cùng)\s+/iu, '')
  const head = groupHead.exec(text)
  const isShared = head !== null && /^các\s|:/iu.test(head[0])
  const opensField = head === null && fieldKeys.has(matchingKey(show(text.split(',')[0] ?? '')))
  const word = head ? (head[1] ?? head[2] ?? '').toLowerCase() : opensField ? carried : ''
  const names: string[] = []
  for (const piece of pieces(isShared ? text.slice(head[0].length) : text)) addName(names, piece, { word, isShared: isShared || (opensField && word !== '') })
  return { names, shared: isShared || opensField ? word : '' }
}

function addName(names: string[], piece: string, { word, isShared }: { word: string; isShared: boolean }): void {
  const shown = show(piece).replace(/^s?ở\s+(?=\p{Lu})/u, '')
  const key = matchingKey(shown)
  const last = names.at(-1)
  if (isShared && (names.length === 0 || isMember(key)) && !agencyHeads.test(withoutField(key))) names.push(`${capitalised(word)} ${shown}`)
  else if (last !== undefined && isFragment(key)) names[names.length - 1] = `${last}, ${shown}`
  else if (last !== undefined && word !== '' && fieldKeys.has(key)) names.push(`${capitalised(word)} ${shown}`)
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
  if (/^(?:ngành|ban|địa phương|đơn vị|tổ chức|cá nhân|đoàn thể|thành phố|thị xã|thị trấn|phường|xã|quận|huyện|thôn|làng|bản|tổ dân phố|khu phố|phòng|hội|đặc khu|cơ sở)(?:$|,|\s(?:liên quan|có liên quan|các cấp|khác|trực thuộc|thuộc|của|trên|trong|tỉnh|xã|phường|chính trị|đóng))/u.test(key)) {
    return true
  }
  return !agencyHeads.test(key) && !fieldKeys.has(key) && /^\p{Ll}/u.test(key) && key.split(' ').length <= 4
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** True when a phrase is the name of a body: it opens as one and is not a sentence. */
export function isAgency(text: string): boolean {
  const key = matchingKey(tidy(text)).replace(/^(?:đề nghị|giao|phân công|đối với|trách nhiệm của|\*|-)\s*/u, '')
  return key.length < 260 && agencyHeads.test(key)
}

export type AgencyAge = 'existed' | 'ended' | 'not-yet'

/** Did the body exist on that day? Known only for ministries, departments and the district level. */
export function agencyOn(name: string, day: string): AgencyAge {
  const key = matchingKey(tidy(name).replace(/\s*-\s*/g, ' - '))
  if (day >= '2025-07-01' && /(?<!\p{L})(?:ubnd|ủy ban nhân dân|phòng [^,;]*|hđnd)\s(?:các\s)?(?:huyện|quận|thị xã)(?!\p{L})/u.test(key)) return 'ended'
  const head = /^(?:các\s)?(sở|bộ|phòng)\s+(.+)$/u.exec(key)
  if (!head) return 'existed'
  const rest = head[2] ?? ''
  const field = agencyFields.find(({ name: full, short }) => [full, ...short].some((form) => startsWithWord(rest, matchingKey(form))))
  // Ministries changed on 1/3/2025; departments and divisions at the latest on 1/7/2025.
  const ended = field?.until !== undefined && day >= (head[1] === 'bộ' ? '2025-03-01' : '2025-07-01')
  if (ended) return 'ended'
  return field?.from !== undefined && day < field.from ? 'not-yet' : 'existed'
}

function startsWithWord(text: string, start: string): boolean {
  return text.startsWith(start) && !/^\p{L}/u.test(text.slice(start.length))
}
