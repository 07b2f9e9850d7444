import { roman } from '#base/roman.ts'

/**
 * An official document as a value. The layout is that of Nghị định 30/2020/NĐ-CP, Annex I; `docx.ts` and `pdf.ts`
 * alone know how it is drawn. Texts hold no line breaks.
 */
export type OfficialDocument = {
  /** Cơ quan chủ quản, the superior body; null for a body that has none above it on the page. */
  superior: string | null
  issuer: string
  /** null prints an empty place: the office gives the number after signing (Article 15). Text for `12a`. */
  number: number | string | null
  /** Without the number: `BC-UBND`. */
  symbol: string
  place: string
  date: { day: number | null; month: number | null; year: number }
  typeName: string
  subject: string
  /** Kính gửi; empty for a report that has no addressee line. */
  addressees: readonly string[]
  bases: readonly string[]
  body: readonly Block[]
  recipients: readonly string[]
  signature: Signature
  annexes: readonly Annex[]
}

/** `power` as printed, one line each: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`; then the title and the name. */
export type Signature = { power: readonly string[]; title: string; name: string | null }

export type Annex = {
  title: string
  /** `Báo cáo số   /BC-UBND ngày   tháng   năm 2026 của Ủy ban nhân dân ...` */
  attachedTo: string
  page: 'portrait' | 'landscape'
  body: readonly Block[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; mark: string; text: string }
  | { kind: 'paragraph'; text: string; italic?: true }
  /** Khoản, điểm, gạch đầu dòng: a mark and a text. */
  | { kind: 'clause'; mark: string; text: string }
  | { kind: 'caption'; text: string }
  | Table

export type Table = {
  kind: 'table'
  /** Widths in shares of the text width. */
  columns: readonly { heading: string; share: number; align: 'left' | 'center' | 'right' }[]
  rows: readonly { cells: readonly string[]; bold?: true }[]
  /** Under the table, smaller and italic. */
  notes?: readonly string[]
}

/** Vietnamese outline letters have no f, j, w, z (document-format.md section 3). */
const letters = [...'abcdđeghiklmnopqrstuvxy']

/** Outline marks without articles: `I.`, `1.`, `a)`; index from 0. */
export function outlineMark(level: 1 | 2 | 3, index: number): string {
  if (level === 1) return `${roman(index + 1)}.`
  if (level === 2) return `${index + 1}.`
  const letter = letters[index % letters.length] ?? ''
  return `${letter.repeat(Math.floor(index / letters.length) + 1)})`
}

/** A committee's name is printed in two lines, the body and its place: "ỦY BAN NHÂN DÂN" over "XÃ ĐĂK HÀ". */
export function issuerLines({ issuer }: Pick<OfficialDocument, 'issuer'>): string[] {
  return bodyLines(issuer)
}

/** Of the body above, the same way; none where none is named. */
export function superiorLines({ superior }: Pick<OfficialDocument, 'superior'>): string[] {
  return superior === null ? [] : bodyLines(superior)
}

function bodyLines(name: string): string[] {
  const [, body, place] = /^((?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN)\s+(.+)$/u.exec(name.toUpperCase()) ?? []
  return body && place ? [body, place] : [name.toUpperCase()]
}

/** `Số: 05/BC-UBND`; below 10 with a leading zero (Annex I); an empty place while there is no number. */
export function numberLine(document: Pick<OfficialDocument, 'number' | 'symbol'>): string {
  const number = document.number === null ? ' '.repeat(7) : twoDigits(document.number)
  return `Số: ${number}/${document.symbol}`
}

/** `05 tháng 02 năm 2026`: day below 10 and months 1 and 2 with a leading zero, room for what is not known (Annex I). */
export function dateWords({ day, month, year }: OfficialDocument['date']): string {
  const dayText = day === null ? ' '.repeat(4) : twoDigits(day)
  const monthText = month === null ? ' '.repeat(4) : month <= 2 ? twoDigits(month) : String(month)
  return `${dayText} tháng ${monthText} năm ${year}`
}

/** `Kon Tum, ngày 05 tháng 02 năm 2026`. */
export function placeDateLine({ place, date }: Pick<OfficialDocument, 'place' | 'date'>): string {
  return `${place}, ngày ${dateWords(date)}`
}

/** Bases end with `;`, the last with `.` (Annex I, 6). */
export function basisLines(bases: readonly string[]): string[] {
  return bases.map(
    (basis, index) => `${basis.replace(/[\s;.,]+$/, '')}${index === bases.length - 1 ? '.' : ';'}`,
  )
}

/** Recipients as `- ...;`, the archive line last with `.` (Annex I, 9b). */
export function recipientLines(recipients: readonly string[]): string[] {
  return recipients.map((recipient, index) => {
    const text = recipient.replace(/^-\s*/, '').replace(/[;.]$/, '')
    return `- ${text}${index === recipients.length - 1 ? '.' : ';'}`
  })
}

/** The body with its end mark `./.` after the last sentence, or on a line of its own after a table. */
export function withEndMark(body: readonly Block[]): Block[] {
  const last = body.at(-1)
  if (!last || last.kind === 'table' || last.kind === 'heading')
    return [...body, { kind: 'paragraph', text: './.' }]
  const text = `${last.text.replace(/[\s.;:,/]+$/, '')}./.`
  return [...body.slice(0, -1), { ...last, text }]
}

function twoDigits(value: number | string): string {
  return String(value).padStart(2, '0')
}
