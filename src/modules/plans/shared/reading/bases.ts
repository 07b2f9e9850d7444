import { tidy } from '#base/text.ts'
import { dayFrom } from '#base/day.ts'
import type { LegalBasis, TextPlace } from '../contract.ts'
import { matchingKey } from './matching-key.ts'

export type FoundBasis = { basis: LegalBasis; place: TextPlace; kindWord: string }

const typeWords =
  'bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|chương trình|đề án|công văn|văn bản|hướng dẫn|thông báo|công điện|kết luận|tờ trình|báo cáo|hiến pháp'

const cited = new RegExp(
  String.raw`(?<!\p{L})(${typeWords})\s+(?:[\p{L}\s,-]{0,60}?\s)?(?:số\s*:?\s*)?(\d{1,6}(?:\s?\/\s?\d{4})?\s?[/-]\s?\p{L}[\p{L}\d]*(?:\s?[-/]\s?[\p{L}\d&]+){0,4})`,
  'gu',
)
const namedLaw = /(?<![\p{L}/])(Luật|Bộ luật|Hiến pháp)\s+((?:\p{L}+[\s,]+){0,14}?\p{L}+)\s*,?\s*(?=(?:số\s+\d|ngày\s+\d|năm\s+\d{4}|\(sửa đổi|được Quốc hội))/gu
const dateAfter =
  /^[\s,(]*(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/u
const issuerAfter =
  /^[\s,)]*của\s+((?:Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Chủ tịch|Bộ trưởng|Ban Thường vụ|Bộ|Sở|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Phòng|Cục|Ban|Hội|Liên|Tổng|Trung ương|Văn phòng|Trung tâm|Trường|Đảng)[^;.\n]*?)(?=\s+(?:về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|triển khai|thực hiện|tổ chức|giao|công bố|tiếp tục|kèm|đã|thì|v\/v|và (?:quyết định|kế hoạch|nghị quyết|công văn|chỉ thị|thông tư|các|tình hình))(?!\p{L})|[;.,)"\n]|$)/u
const titleAfter =
  /^[\s,)]*((?:về việc|về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|triển khai|thực hiện|tổ chức|giao|công bố|tiếp tục|v\/v)\s[^;\n]{3,600})/iu

/** Issuers that the symbol itself names. */
const issuersBySymbol: readonly (readonly [RegExp, string])[] = [
  [/QĐ-TTg$|CT-TTg$|CĐ-TTg$/iu, 'Thủ tướng Chính phủ'],
  [/NĐ-CP$|NQ-CP$/iu, 'Chính phủ'],
  [/\/QH\d+$/iu, 'Quốc hội'],
  [/UBTVQH\d+$/iu, 'Ủy ban Thường vụ Quốc hội'],
  [/TT-BYT$|QĐ-BYT$/iu, 'Bộ Y tế'],
  [/TT-BLĐTBXH$|QĐ-BLĐTBXH$|QĐ-LĐTBXH$/iu, 'Bộ Lao động - Thương binh và Xã hội'],
  [/TT-BGDĐT$|QĐ-BGDĐT$/iu, 'Bộ Giáo dục và Đào tạo'],
  [/TT-BTC$|QĐ-BTC$/iu, 'Bộ Tài chính'],
]

/** Every legal or planning document named in the text, once each, at its first place. */
export function findBases(text: string, own: { number: string | null; symbol: string | null }): FoundBasis[] {
  const key = matchingKey(text)
  const found = [...citedDocuments(text, key), ...namedLaws(text)].sort((one, other) => one.place.start - other.place.start)
  const unique: FoundBasis[] = []
  for (const one of found) {
    if (isOwn(one.basis, own)) continue
    const same = unique.find((other) => isSame(other.basis, one.basis))
    if (same) same.basis = merged(same.basis, one.basis)
    else unique.push(one)
  }
  return unique
}

function citedDocuments(text: string, key: string): FoundBasis[] {
  return [...key.matchAll(cited)].flatMap((match) => {
    const printed = match[2] ?? ''
    const numberAt = match.index + match[0].length - printed.length
    const number = text.slice(numberAt, numberAt + printed.length).replace(/\s/g, '').replace(/-+$/, '')
    if (!/\p{Lu}/u.test(number) || /^\d+-\p{Ll}/u.test(number)) return []
    const after = readAfter(text.slice(numberAt + printed.length, numberAt + printed.length + 1100))
    const between = tidy(text.slice(match.index + (match[1] ?? '').length, numberAt)).replace(/\s*số\s*:?$/iu, '')
    const title = after.title ?? (between.length > 3 ? tidy(`${text.slice(match.index, match.index + (match[1] ?? '').length)} ${between}`) : null)
    const issuer = after.issuer ?? issuersBySymbol.find(([pattern]) => pattern.test(number))?.[1] ?? null
    const end = numberAt + printed.length + after.length
    return [{ basis: { number, date: after.date, issuer, title }, place: { start: match.index, end }, kindWord: match[1] ?? '' }]
  })
}

function namedLaws(text: string): FoundBasis[] {
  return [...text.matchAll(namedLaw)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 120)
    if (/^\s*số\s+\d/u.test(after)) return []
    const year = /^\s*năm\s+(\d{4})/u.exec(after)?.[1]
    const date = dateAfter.exec(after)
    const day = date ? dayFrom(Number(date[3]), Number(date[2]), Number(date[1])) : undefined
    const title = tidy(`${match[1] ?? ''} ${match[2] ?? ''}`).replace(/,$/, '')
    const basis = { number: null, date: day ?? year ?? null, issuer: 'Quốc hội', title }
    return [{ basis, place: { start: match.index, end: match.index + match[0].length }, kindWord: 'luật' }]
  })
}

type After = { date: string | null; issuer: string | null; title: string | null; length: number }

function readAfter(text: string): After {
  let at = 0
  const dated = dateAfter.exec(text)
  if (dated) at += dated[0].length
  const issued = issuerAfter.exec(text.slice(at))
  if (issued) at += issued[0].length
  const late = dated ?? dateAfter.exec(text.slice(at))
  if (!dated && late) at += late[0].length
  const titled = titleAfter.exec(text.slice(at))
  const title = titled ? endOfTitle(titled[1] ?? '') : null
  const day = late ? dayFrom(Number(late[3]), Number(late[2]), Number(late[1])) : undefined
  return {
    date: day ?? null,
    issuer: issued ? tidy(issued[1] ?? '').replace(/^Uỷ/u, 'Ủy').replace(/\s*-\s*/g, ' - ') : null,
    title,
    length: at + (title === null ? 0 : (titled?.[0].length ?? 0)),
  }
}

/** A title ends at the sentence, at the next document of the list, or where the issuer begins to act. */
function endOfTitle(text: string): string {
  const own = text
    .split(/\.(?:\s|$)|\.\/|,\s+(?=(?:Ủy ban|Uỷ ban|UBND|Sở|Phòng|Trường|Ban)\s)|\s*\((?=sau đây|gọi tắt|viết tắt)/u)[0] ?? ''
  const next = new RegExp(String.raw`,\s+(?:và\s+)?(?=(?:${typeWords})\s+số)|\s+và\s+(?=(?:${typeWords})\s+số)`, 'iu')
  return tidy(own.split(next)[0] ?? '')
    .replace(/[\s,:]+$/, '')
    .replace(/^(?:về việc|về|v\/v)\s+/iu, '')
}

function isOwn(basis: LegalBasis, own: { number: string | null; symbol: string | null }): boolean {
  return own.number !== null && own.symbol !== null && basis.number !== null && loose(basis.number) === loose(`${own.number}/${own.symbol}`)
}

function loose(number: string): string {
  return number.toUpperCase().replace(/^0+/, '')
}

/** Number, year and issuer identify a document: two decisions bear the number 06/QĐ-TTg. */
function isSame(one: LegalBasis, other: LegalBasis): boolean {
  if (one.number === null || other.number === null) {
    return one.number === other.number && matchingKey(one.title ?? '') === matchingKey(other.title ?? '')
  }
  if (loose(one.number) !== loose(other.number)) return false
  const [year, otherYear] = [one.date?.slice(0, 4), other.date?.slice(0, 4)]
  return year === undefined || otherYear === undefined || year === otherYear
}

function merged(first: LegalBasis, second: LegalBasis): LegalBasis {
  return {
    number: first.number,
    date: first.date ?? second.date,
    issuer: first.issuer ?? second.issuer,
    title: first.title ?? second.title,
  }
}
