import { tidy } from '#base/text.ts'
import { dayFrom } from '#base/day.ts'
import type { LegalBasis, TextPlace } from '../contract.ts'
import { matchingKey } from './matching-key.ts'

export type FoundBasis = { basis: LegalBasis; place: TextPlace }

const typeWords =
  'bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|chương trình|đề án|công văn|văn bản|hướng dẫn|thông báo|công điện|kết luận|tờ trình|báo cáo|hiến pháp'

const cited = new RegExp(
  String.raw`(?<!\p{L})(${typeWords})\s+(?:[\p{L}\s,-]{0,60}?\s)?(?:số\s*:?\s*)?(\d{1,6}(?:\s?\/\s?\d{4})?\s?[/-]\s?\p{L}[\p{L}\d]*(?:\s?[-/]\s?[\p{L}\d&]+){0,4})`,
  'gu',
)
const namedLaw =
  /(?<![\p{L}/])(Luật|Bộ luật|Hiến pháp)\s+((?:[Ss]ửa đổi,? (?:\p{L}+[\s,]+){0,30}?|(?:\p{L}+[\s,]+){0,14}?)\p{L}+)\s*,?\s*(?=(?:số\s+\d|ngày\s+\d|năm\s+\d{4}|\(sửa đổi|được Quốc hội))/gu
const dateAfter = /^[\s,(]*(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/u
const issuerAfter =
  /^[\s,)]*của\s+((?:Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Chủ tịch|Bộ trưởng|Ban Thường vụ|Bộ|Sở|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Đoàn|Tỉnh đoàn|Thành đoàn|Ủy ban Mặt trận|Mặt trận|Công an|Bảo hiểm|Viện|Chi cục|Trạm|Phòng|Cục|Ban|Hội|Liên|Tổng|Trung ương|Văn phòng|Trung tâm|Trường|Đảng)[^;.\n]*?)(?=\s+(?:ngày\s*\d|[Vv]ề|[Pp]hê duyệt|[Bb]an hành|[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|triển khai|thực hiện|tổ chức|giao|công bố|tiếp tục|kèm|đã|thì|[Vv]\/[Vv]|và (?:[Qq]uyết định|[Kk]ế hoạch|[Nn]ghị quyết|[Cc]ông văn|[Cc]hỉ thị|[Tt]hông tư|các|tình hình))(?!\p{L})|[;.,)"\n]|$)/u
const titleAfter =
  /^[\s,)]*((?:về việc|về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi(?:,\s*bổ sung)?|triển khai|thực hiện|tổ chức|giao|công bố|tiếp tục|v\/v)\s[^;\n]{3,600})/iu

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
  const found = [...citedDocuments(text, key), ...namedLaws(text), ...listedLaws(text)].sort(
    (one, other) => one.place.start - other.place.start,
  )
  const unique: FoundBasis[] = []
  // A plan of a thousand pages names thousands of documents: each is held only against those of its own number.
  const alike = new Map<string, FoundBasis[]>()
  for (const one of found) {
    if (isOwn(one.basis, own)) continue
    const key = likeness(one.basis)
    const others = alike.get(key) ?? []
    const same = others.find((other) => isSameYear(other.basis, one.basis))
    if (same) same.basis = merged(same.basis, one.basis)
    else {
      unique.push(one)
      alike.set(key, [...others, one])
    }
  }
  return unique
}

function citedDocuments(text: string, key: string): FoundBasis[] {
  return [...key.matchAll(cited)].flatMap((match) => {
    const [whole, word = '', printed = ''] = match
    const numberAt = match.index + whole.length - printed.length
    const numberEnd = numberAt + printed.length
    const number = text.slice(numberAt, numberEnd).replace(/\s/g, '').replace(/-+$/, '')
    if (!/\p{Lu}/u.test(number) || /^\d+-\p{Ll}/u.test(number)) return []
    const start = match.index + typeWordAt(whole.slice(0, -printed.length), word)
    if (ended.test(key.slice(Math.max(0, start - 30), start))) return []
    const others = numbersBehind(text.slice(numberEnd, numberEnd + 300))
    const rowEnd = numberEnd + others.length
    const after = readAfter(text.slice(rowEnd, rowEnd + 1100))
    const title =
      after.title ?? (start === match.index ? nameBetween(text.slice(start, numberAt), word.length) : null)
    const place = { start, end: rowEnd + after.length }
    return [number, ...others.numbers].map((own) => ({
      basis: { number: own, date: after.date, issuer: after.issuer ?? issuerOfSymbol(own), title },
      place,
    }))
  })
}

/** "Kế hoạch số 62/KH-UBND, 63/KH-UBND và 70/KH-UBND ngày ...": numbers that share the day and the issuer. */
const eachNumber = /\d{1,6}(?:\/\d{4})?\/\p{Lu}[\p{L}\d]*(?:-[\p{L}\d&]+){1,4}/gu
const otherNumbers = new RegExp(String.raw`^(?:\s*(?:,|;|và)\s*(?:số\s*)?${eachNumber.source})+`, 'u')

function numbersBehind(text: string): { numbers: string[]; length: number } {
  const row = otherNumbers.exec(text)?.[0] ?? ''
  return { numbers: row.match(eachNumber) ?? [], length: row.length }
}

/** "thay thế Quyết định số 900/QĐ-UBND": a document that ends rests under nothing. */
const ended = /(?:thay thế|bãi bỏ|hủy bỏ)\s+(?:cho\s+)?$/u

/** The number belongs to the last kind named before it; a law may have another law in its name. */
function typeWordAt(lead: string, first: string): number {
  if (/luật|pháp lệnh/u.test(first)) return 0
  return [...lead.matchAll(eachTypeWord)].at(-1)?.index ?? 0
}

const eachTypeWord = new RegExp(String.raw`(?<!\p{L})(?:${typeWords})(?!\p{L})`, 'gu')

/** "Luật Tổ chức chính quyền địa phương số 72/2025/QH15": the name stands before the number. */
function nameBetween(text: string, wordLength: number): string | null {
  const between = tidy(text.slice(wordLength)).replace(/\s*số\s*:?$/iu, '')
  return between.length > 3 ? tidy(`${text.slice(0, wordLength)} ${between}`) : null
}

function issuerOfSymbol(number: string): string | null {
  return issuersBySymbol.find(([pattern]) => pattern.test(number))?.[1] ?? null
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
    return [{ basis, place: { start: match.index, end: match.index + match[0].length } }]
  })
}

/** "Căn cứ Luật Trẻ em; Luật Phòng, chống bạo lực gia đình;": laws of a list by their names alone. */
const listedLaw = /(?<=(?:^|Căn cứ|Thực hiện|;)\s*)(?:Bộ luật|Luật)\s+\p{Lu}[\p{L} ,]{2,80}(?=;)/gmu

function listedLaws(text: string): FoundBasis[] {
  return [...text.matchAll(listedLaw)].map(({ 0: title, index }) => ({
    basis: { number: null, date: null, issuer: 'Quốc hội', title: tidy(title) },
    place: { start: index, end: index + title.length },
  }))
}

type After = { date: string | null; issuer: string | null; title: string | null; length: number }

function readAfter(text: string): After {
  const dated = takeDate(text, 0)
  const issued = issuerAfter.exec(text.slice(dated.end))
  const issuedEnd = dated.end + (issued ? issued[0].length : 0)
  const late = dated.day === null ? takeDate(text, issuedEnd) : { day: dated.day, end: issuedEnd }
  const titled = titleAfter.exec(text.slice(late.end))
  return {
    date: late.day,
    issuer: issued ? tidyIssuer(issued[1] ?? '') : null,
    title: titled ? endOfTitle(titled[1] ?? '') : null,
    length: late.end + (titled ? titled[0].length : 0),
  }
}

function takeDate(text: string, from: number): { day: string | null; end: number } {
  const match = dateAfter.exec(text.slice(from))
  if (!match) return { day: null, end: from }
  const day = dayFrom(Number(match[3]), Number(match[2]), Number(match[1])) ?? null
  return { day, end: from + match[0].length }
}

function tidyIssuer(printed: string): string {
  return tidy(printed)
    .replace(/^Uỷ/u, 'Ủy')
    .replace(/\s*-\s*/g, ' - ')
}

/** A title ends at the sentence, at the next document of the list, or where the issuer begins to act. */
function endOfTitle(text: string): string {
  const own =
    text.split(
      /\.(?:\s|$)|\.\/|,\s+(?=(?:Ủy ban|Uỷ ban|UBND|Sở|Phòng|Trường|Ban|Bộ(?! tiêu chí| chỉ số| tài liệu| công cụ)|Trung tâm|Chủ tịch|Giám đốc|Trưởng|Theo đề nghị|Xét đề nghị)\s)|,\s+(?=(?:Công đoàn|Hội|Đoàn|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Đảng ủy|Liên đoàn|Văn phòng|Trạm|Chi cục|Cục|Viện|Bệnh viện|Nhà trường)\s[^,;.]{0,80}?(?:ban hành|xây dựng|hướng dẫn|báo cáo|triển khai|đề nghị|yêu cầu|thông báo|tổ chức)\s)|\s*\((?=sau đây|gọi tắt|viết tắt)/u,
    )[0] ?? ''
  const next = new RegExp(
    String.raw`,\s+(?:và\s+)?(?=(?:${typeWords})\s+số)|\s+và\s+(?=(?:${typeWords})\s+số)`,
    'iu',
  )
  return tidy(own.split(next)[0] ?? '')
    .replace(/[\s,:]+$/, '')
    .replace(/^(?:về việc|về|v\/v)\s+/iu, '')
}

function isOwn(basis: LegalBasis, own: { number: string | null; symbol: string | null }): boolean {
  return (
    own.number !== null &&
    own.symbol !== null &&
    basis.number !== null &&
    loose(basis.number) === loose(`${own.number}/${own.symbol}`)
  )
}

function loose(number: string): string {
  return number.toUpperCase().replace(/^0+/, '')
}

/** Number and year identify a document, or the name of a law: two decisions bear the number 06/QĐ-TTg. */
function likeness({ number, title }: LegalBasis): string {
  return number === null ? `luật ${matchingKey(title ?? '')}` : loose(number)
}

function isSameYear(one: LegalBasis, other: LegalBasis): boolean {
  if (one.number === null || one.date === null || other.date === null) return true
  return one.date.slice(0, 4) === other.date.slice(0, 4)
}

function merged(first: LegalBasis, second: LegalBasis): LegalBasis {
  return {
    number: first.number,
    date: first.date ?? second.date,
    issuer: first.issuer ?? second.issuer,
    title: first.title ?? second.title,
  }
}
