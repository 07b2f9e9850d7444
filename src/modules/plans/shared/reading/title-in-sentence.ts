import { fold } from '#base/text.ts'
import type { PlanReading } from '../contract.ts'
import { isUpperText } from './matching-key.ts'
import { capitaliseName, findArea, isNoName } from './places-of-names.ts'
import { kindOfProvince } from './province-names.ts'

/** Names of state and feast that a title may hold, as Nghị định 30/2020/NĐ-CP, Annex II, writes them. */
const knownNames = [
  ...['Việt Nam', 'Quốc hội', 'Thủ tướng Chính phủ', 'Chính phủ', 'Ủy ban nhân dân', 'Hội đồng nhân dân'],
  ...['Đảng', 'Tết Nguyên đán', 'Tết Trung thu', 'Liên hợp quốc'],
]

/** Initial, vowels and final of a Vietnamese syllable without marks; `k` ends names such as Đăk. */
const syllable =
  /^(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[ckmnpt])?$/
const numeral = /^(?:I{1,3}|IV|V|VII|VIII|IX|X)$/

/**
 * A title printed in capitals, as a sentence: "KẾ HOẠCH ... TRÊN ĐỊA BÀN TỈNH KON TUM" becomes "Kế hoạch ... trên địa
 * bàn tỉnh Kon Tum". A place is known by the level before it or because it issued the document (`issuerArea`, "tỉnh
 * Kon Tum"); what is no syllable (PTTDTE, UBND) is an abbreviation and stays. Other names cannot be told from words
 * and become small: the person who files sees the title before. A title in small letters comes back as it is.
 */
export function titleInSentence(title: string, issuerArea: string | null): string {
  if (!isUpperText(title)) return title
  const small = title.replace(/\p{L}+/gu, (word) =>
    numeral.test(word) || !syllable.test(fold(word)) ? word : word.toLowerCase(),
  )
  const names = [...placesIn(title, issuerArea), ...knownNames]
  const named = names.reduce(writeName, small)
  return named.charAt(0).toUpperCase() + named.slice(1)
}

/** What is proposed for filing: the document as it was read, its title as a sentence. */
export function withTitleInSentence(reading: PlanReading): PlanReading {
  const { title, issuerArea } = reading
  return { ...reading, title: title === null ? null : titleInSentence(title, issuerArea) }
}

/** Only whole words; a place only behind its level, so that "tỉnh Hà Nam" leaves other words alone. */
function writeName(text: string, name: string): string {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s*-\s*/g, '\\s*[-–]\\s*')
  return text.replace(new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'giu'), name)
}

/** "tỉnh Kon Tum", "xã Đăk Hà": level and name as they are written within a sentence. */
function placesIn(text: string, issuerArea: string | null): string[] {
  const found = findArea(text)
  if (!found) return []
  const place = `${found.kind} ${ownName(found.name)}`
  const at = fold(text).indexOf(fold(place))
  const rest = at < 0 ? '' : text.slice(at + place.length)
  const isIssuer = issuerArea !== null && `${fold(place)} `.startsWith(`${fold(issuerArea)} `)
  return [isIssuer ? issuerArea : place, ...placesIn(rest, issuerArea)]
}

/** Capitals do not say where a name ends: a province's name ends it, else the first word that no name holds. */
function ownName(name: string): string {
  const words = name.split(' ')
  const lengths = [5, 4, 3, 2].filter((length) => length <= words.length)
  const province = lengths.find((length) => kindOfProvince(words.slice(0, length).join(' ')) !== undefined)
  const end = words.findIndex(isNoName)
  return capitaliseName(words.slice(0, province ?? (end < 0 ? words.length : end)).join(' '))
}
