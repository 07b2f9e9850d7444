import { tidy } from '#base/text.ts'
import { agencyFields } from './agencies.ts'
import { isUpperText, matchingKey } from './matching-key.ts'

export const areaKinds = [
  'tỉnh',
  'thành phố',
  'huyện',
  'quận',
  'thị xã',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
] as const
export type AreaKind = (typeof areaKinds)[number]

const areaPattern =
  /(?<!\p{L})(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+((?:\p{L}[\p{L}'’]*|\d{1,2})(?:\s*-\s*\p{L}+|\s+\p{L}+)*)/u

/** Words that follow a level without naming a place ("xã hội", "tỉnh ban hành"). */
const noName =
  /^(?:hội|đội|ban|xây|về|và|các|ủy|giao|hóa|có|năm|giai|theo|thuộc|tổ|đã|là|trong|đến|trực|để|căn|yêu|phù|đảng|đoàn|chỉ|tại|triển|thực|kế|khai|như|gửi|quản|phê|đạt|biết|trên|cho|do|với|liên|phối|cùng|hoặc|này)(?!\p{L})/u

/** Words of the list above that begin a name all the same: huyện Năm Căn, Giao Thủy, thành phố Hội An, quận Liên Chiểu. */
const nameAllTheSame =
  /^(?:hội an|năm căn|giao \p{L}+|trực \p{L}+|như (?:xuân|thanh)|phù \p{L}+|quản bạ|kế sách|liên \p{L}+|tổ yên)(?!\p{L})/u
const wordsAllTheSame =
  /^(?:giao (?:cho|chỉ|nhiệm|thông)|trực (?:thuộc|tiếp)|phù hợp|liên (?:quan|ngành|hợp|hiệp|tịch|minh|đoàn))(?!\p{L})/u

function namesPlace(printed: string): boolean {
  const key = matchingKey(printed)
  return !noName.test(key) || (nameAllTheSame.test(key) && !wordsAllTheSame.test(key))
}

/** Whether a word behind a level begins no name: "hội" of "xã hội", "trong", "giai" of "giai đoạn". */
export function isNoName(word: string): boolean {
  return noName.test(matchingKey(word))
}

/** Every capital the first letter, as names of places and people are written. */
export function capitaliseName(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** "tỉnh Kon Tum" out of printed capitals or a sentence; undefined when no place is named. */
export function findArea(text: string): { kind: AreaKind; name: string } | undefined {
  const upper = isUpperText(text)
  const source = tidy(text).replace(/\s*-\s*/g, ' - ')
  const key = matchingKey(source)
  const pattern = new RegExp(areaPattern, 'gu')
  for (let match = pattern.exec(key); match; match = pattern.exec(key)) {
    const [whole, word = '', named = ''] = match
    const end = match.index + whole.length
    const name = cutName(source.slice(end - named.length, end), upper)
    if (name !== '' && namesPlace(name)) return { kind: areaKind(word), name }
    pattern.lastIndex = match.index + word.length
  }
  return undefined
}

function areaKind(word: string): AreaKind {
  return areaKinds.find((kind) => kind === word) ?? 'thành phố'
}

/** Names end before the next level, or where capitals stop. */
function cutName(name: string, upper: boolean): string {
  const stop =
    /\s(?:tỉnh|thành phố|huyện|quận|thị xã|số|năm|giai đoạn|cộng hòa|về|kế hoạch|triển khai|thực hiện|ban hành|báo cáo|quyết định|chương trình|tổ chức|phê duyệt|đến năm)(?!\p{L}).*$/iu
  const own = name.replace(stop, '').replace(/\s*-\s*$/, '')
  if (upper) return capitaliseName(own.split(' ').slice(0, 6).join(' '))
  const named = /^(?:(?:\p{Lu}[\p{L}'’]*|\d{1,2})(?:\s+-\s+(?=\p{Lu}))?\s?)+/u.exec(own)?.[0] ?? ''
  return named.trim()
}

export type Level = 'province' | 'district' | 'commune'

/** "thành phố" stands for a municipality or a district town: no level of its own. */
export function levelOf(kind: AreaKind): Level | undefined {
  if (kind === 'tỉnh') return 'province'
  if (kind === 'huyện' || kind === 'quận' || kind === 'thị xã') return 'district'
  return kind === 'thành phố' ? undefined : 'commune'
}

/** An issuing body from printed capitals to the way it is written in a sentence. */
export function bodyName(printed: string): string {
  const text = tidy(printed)
    .replace(/\s*-\s*/g, ' - ')
    .replace(/[\s,.;:|-]+$/, '')
  if (!isUpperText(text)) return text.replace(/^Ủy ban nhân dân|^Uỷ ban nhân dân/u, 'UBND')
  const area = findArea(text)
  const key = matchingKey(text)
  const areaText = area ? `${area.kind} ${area.name}` : ''
  const cut = area
    ? key.indexOf(area.kind === 'thành phố' && !key.includes('thành phố') ? 'tp' : area.kind)
    : -1
  const own = cut > 0 ? key.slice(0, cut).trim() : key
  const committee = committeeName(own, areaText) ?? partyCommittee(key)
  if (committee !== undefined) return committee
  const field = agencyFields.find(({ name }) => own.includes(matchingKey(name)))
  const cased = field ? own.replace(matchingKey(field.name), field.name) : casedBody(own)
  return `${cased.slice(0, 1).toUpperCase()}${cased.slice(1)} ${areaText}`.trim()
}

const committeeWords =
  /^(ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?:\s(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))?$/u

/** "UBND tỉnh Kon Tum", "HĐND xã Sa Loong"; the level alone when copying lost the name. */
function committeeName(key: string, area: string): string | undefined {
  const [, words = '', level] = committeeWords.exec(key) ?? []
  if (words === '') return undefined
  return [words.startsWith('h') ? 'HĐND' : 'UBND', area || level].filter(Boolean).join(' ')
}

/** "Tỉnh ủy Đắk Nông": the name of the place follows without its level. */
function partyCommittee(key: string): string | undefined {
  const [, level, organ = '', name = ''] = /^(tỉnh|thành|huyện|quận|thị) (ủy|đoàn)\s(.+)$/u.exec(key) ?? []
  return level === undefined ? undefined : `${capitaliseName(level)} ${organ} ${capitaliseName(name)}`
}

/** Names inside a body's name that keep their capitals (Nghị định 30/2020/NĐ-CP, Annex II). */
const properParts = [
  ...[
    'Chính phủ',
    'Quốc gia',
    'Trung ương',
    'Việt Nam',
    'Liên hiệp Phụ nữ',
    'Mặt trận Tổ quốc',
    'Tổ quốc',
    'Hồ Chí Minh',
  ],
  ...['Thanh niên Cộng sản', 'Nông dân', 'Cựu chiến binh', 'Chữ thập đỏ', 'Lao động', 'Bảo hiểm xã hội'],
  ...['Chỉ đạo', 'Chỉ huy', 'Thường vụ', 'Chấp hành', 'Dân tộc', 'Đoàn Chủ tịch', 'Kiểm soát bệnh tật'],
  ...['Dân số - Kế hoạch hóa gia đình', 'Bà mẹ và Trẻ em', 'Bảo trợ xã hội'],
]
const schoolWords =
  /^(trường\s+)((?:(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|phổ thông dân tộc|bán trú|nội trú|và|mn|mg|th|thcs|thpt|th&thcs|thcs&thpt|ptdtbt|ptdtnt)\s+)+)(.+)$/u

/** "trường mn hoa sen" is "trường MN Hoa Sen"; letters without a vowel are a short form ("PCTT"). */
function casedBody(key: string): string {
  const school = schoolWords.exec(key)
  const kind =
    school?.[2]?.replace(/(?<=^|ptdt\p{L}* )(?:mầm|mẫu|tiểu|trung|phổ)/u, (word) => capitaliseName(word)) ??
    ''
  const named = school ? `${school[1] ?? ''}${kind}${capitaliseName(school[3] ?? '')}` : key
  const parts = properParts.reduce((name, part) => name.replace(matchingKey(part), part), named)
  return parts
    .replace(/(?<!\p{L})[bcdđghklmnpqrstvx]{2,}(?!\p{L})/gu, (short) => short.toUpperCase())
    .replace(/(?<=\s)ủy ban nhân dân/u, 'UBND')
    .replace(/(?<!\p{L})(?:ubnd|hđnd)(?!\p{L})/u, (short) => short.toUpperCase())
    .replace(fieldStart, (_, kind: string, first: string) => `${kind} ${first.toUpperCase()}`)
}

/** The field behind the kind of the body is a name (Nghị định 30/2020/NĐ-CP, Annex II, part IV): "Cục Trẻ em". */
const fieldStart = /^(tổng cục|cục|chi cục|vụ|viện|trung tâm|bệnh viện|sở|phòng|ban|hội(?! đồng))\s(\p{Ll})/u
