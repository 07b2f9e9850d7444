import { tidy } from '#base/text.ts'
import type { PlanRecipient, PlanSignature, TextPlace } from '../contract.ts'
import { isUpperText, matchingKey } from './matching-key.ts'
import type { PlacedLine } from './outline.ts'

export type Tail = {
  recipients: PlanRecipient[]
  signature: PlanSignature | null
  signaturePlace: TextPlace | null
  /** Lines behind the signature: annexes without a heading, notes. */
  rest: PlacedLine[]
}

/** Recipients ("Nơi nhận") and the block of the signer (boxes 7 and 9b of the layout). */
export function readTail(lines: readonly PlacedLine[]): Tail {
  const state: TailState = { signers: [], recipients: [], rest: [], listing: false }
  for (const line of lines.flatMap(partColumns)) takeTailLine(state, line)
  const { recipients, signers, rest } = state
  const { signature, signaturePlace } = readSignature(signers)
  if (signature && signature.name === null) signature.name = takeNameBeside(recipients)
  return { recipients, signature, signaturePlace, rest }
}

const signerBeside =
  /^(\s*(?:nơi nhận\s*:?|[-+*•].*?[;.,)]))\s+((?:(?:T\/?M|K\/?T|T\/?L|TUQ|Q)\s?\.\s*)?\p{Lu}{2,}(?:[ .,-]+\p{Lu}{2,})*)\s*$/iu

/** Recipients and signer side by side, flattened line by line: "- Sở Y tế (b/c); PHÓ CHỦ TỊCH". */
function partColumns(line: PlacedLine): PlacedLine[] {
  const [, left = '', right = ''] = signerBeside.exec(line.text.replaceAll('|', ' ')) ?? []
  if (right === '' || !isSigner(right)) return [line]
  const at = line.text.lastIndexOf(right)
  return [
    { text: left, start: line.start },
    { text: right, start: line.start + at },
  ]
}

/** "- Lưu: VT, VHXH. Hoàng Thị Liên": the signer's name, when it stands nowhere else, closes a recipient's line. */
function takeNameBeside(recipients: readonly PlanRecipient[]): string | null {
  for (const recipient of recipients)
    for (const { 0: end, index } of recipient.name.matchAll(/[;.)]\s+/gu)) {
      const name = recipient.name.slice(index + end.length)
      if (!isPersonName(name)) continue
      recipient.name = recipient.name.slice(0, index + 1).replace(/[.;,]+$/, '')
      return name.replace(degree, '')
    }
  return null
}

type TailState = { signers: PlacedLine[]; recipients: PlanRecipient[]; rest: PlacedLine[]; listing: boolean }

function takeTailLine(state: TailState, line: PlacedLine): void {
  const bare = line.text.replaceAll('|', ' ')
  const text = bare.trim()
  const receiving = /^[\s*_-]*nơi nhận\s*:?\s*(.*)$/isu.exec(text)
  if (receiving) {
    state.listing = true
    state.recipients.push(...recipientItems(receiving[1] ?? ''))
  } else if (isSigner(text) || isSignersName(state, text)) state.signers.push({ ...line, text: bare })
  else if (!takeMark(state, text)) takeOther(state, line, text)
}

function isSignersName({ signers }: TailState, text: string): boolean {
  return signers.length > 0 && !hasName(signers) && isPersonName(text)
}

/** "(để báo cáo)" on a line of its own belongs to the recipient above it. */
function takeMark({ recipients }: TailState, text: string): boolean {
  const last = recipients.at(-1)
  const mark = /^\(.{1,20}\)[;.]?$/u.test(text) ? marks.find(({ pattern }) => pattern.test(text)) : undefined
  if (!mark || last?.role !== null) return false
  last.role = mark.role
  return true
}

function takeOther(state: TailState, line: PlacedLine, text: string): void {
  const { listing, rest, recipients } = state
  const goesOn = /^[-+*•]/.test(text) || (rest.length === 0 && isRecipientGoingOn(text, recipients))
  if (listing && goesOn) recipients.push(...recipientItems(text))
  else if (!/^\(?(?:đã ký|ký,? tên|ký|dấu)/iu.test(text)) rest.push(line)
}

function isRecipientGoingOn(text: string, recipients: readonly PlanRecipient[]): boolean {
  const closed = recipients.some(({ role }) => role === 'lưu')
  return !closed && text.length < 160 && /[;.]$|^Như|^Lưu/u.test(text)
}

const marks: readonly { role: string; pattern: RegExp }[] = [
  { role: 'b/c', pattern: /\(\s*(?:để\s+)?(?:b\s*\/\s*c(?:áo)?|báo cáo)\s*\)/iu },
  { role: 'p/h', pattern: /\(\s*(?:để\s+)?(?:p\s*\/\s*h(?:ợp)?|phối hợp)\s*\)/iu },
  { role: 't/h', pattern: /\(\s*(?:để\s+)?(?:th?\s*\/\s*h(?:iện)?|thực hiện)\s*\)/iu },
]

function recipientItems(text: string): PlanRecipient[] {
  return text
    .replace(/;\s*(?=\([^()]{1,20}\)[\s;.,]*(?:-|$))/gu, ' ')
    .split(/;\s*(?:-\s*)?|(?<=\))\s+-\s+|\s-\s(?=Lưu)/u)
    .map((item) =>
      tidy(item)
        .replace(/^[-+*•\s]+/, '')
        .replace(/[\s.;,/]+$/, ''),
    )
    .filter((item) => item !== '')
    .map((item) => {
      const mark = marks.find(({ pattern }) => pattern.test(item))
      const role = mark?.role ?? (/^lưu(?!\p{L})/iu.test(item) ? 'lưu' : null)
      return { name: tidy(mark ? item.replace(mark.pattern, ' ') : item), role }
    })
}

const positions =
  /^(?:quyền\s+)?(?:phó\s+|thứ\s+)?(?:chủ tịch|giám đốc|trưởng|bộ trưởng|thứ trưởng|chủ nhiệm|hiệu trưởng|phó hiệu trưởng|viện trưởng|tổng cục trưởng|cục trưởng|vụ trưởng|chi cục trưởng|chánh văn phòng|chánh thanh tra|tổng giám đốc|bí thư|đội trưởng|thủ tướng|trạm trưởng|trưởng phòng|trưởng ban|trưởng trạm|chánh)(?!\p{L})/u

/** A position in capitals with a person's name below it ends a document that bears no "TM." and no "Nơi nhận" yet. */
export function opensSignature(lines: readonly string[], index: number): boolean {
  const text = (lines[index] ?? '').trim()
  if (text.length > 70 || !isUpperText(text) || !positions.test(matchingKey(text))) return false
  const below = lines.slice(index + 1, index + 6).map((line) => line.trim())
  const at = below.findIndex((line) => isPersonName(line))
  return at >= 0 && below.slice(0, at).every((line) => isSigner(line) || /^\(.{1,30}\)$/u.test(line))
}

function isSigner(text: string): boolean {
  if (!isUpperText(text) || text.length > 110) return false
  const key = matchingKey(text)
  return (
    /^(?:tm|kt|tl|tuq|q)\s?\./u.test(key) ||
    positions.test(key) ||
    (/^(?:ủy ban nhân dân|ubnd)(?!\p{L})/u.test(key) && text.length < 50)
  )
}

function hasName(signers: readonly PlacedLine[]): boolean {
  return signers.some(({ text }) => isPersonName(text.trim()))
}

/** Degrees and ranks before a name are no part of it (Nghị định 30/2020/NĐ-CP, Article 8, clause 7). */
const degree =
  /^(?:(?:(?:BS|Bs|DS|Ds)(?:\.?\s?CK)?\.?\s?I{0,2}|CK\s?I{1,2}|ThS|Ths|TS|Ts|PGS|GS|KS|CN|LS|TTƯT|TTND|NGƯT|NGND|(?:Đại|Thượng|Trung|Thiếu) tá)\.?\s*[,-]?\s*)+(?=\p{Lu}\p{L})/u
/** Names of the highlands may hold an apostrophe: H'Yer Niê. */
const personName = /^\p{Lu}(?:['’]\p{Lu})?\p{Ll}*(?:\s\p{Lu}(?:['’]\p{Lu})?\p{Ll}*){1,5}$/u

function isPersonName(text: string): boolean {
  return text.length < 40 && personName.test(text.replace(degree, ''))
}

type Signed = Pick<Tail, 'signature' | 'signaturePlace'>

function readSignature(lines: readonly PlacedLine[]): Signed {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return { signature: null, signaturePlace: null }
  const text = lines.map((line) => line.text.trim().replace(degree, '')).join('\n')
  const prefixes = [
    ...new Set([...text.matchAll(/(?:^|\s)(TM|KT|TL|TUQ|Q)\s?\.\s*/gu)].map((match) => `${match[1] ?? ''}.`)),
  ]
  const name =
    /(?:^|\s)(\p{Lu}(?:['’]\p{Lu})?\p{Ll}+(?:\s\p{Lu}(?:['’]\p{Lu})?\p{Ll}*){0,4}\s\p{Lu}(?:['’]\p{Lu})?\p{Ll}+|\p{Lu}(?:['’]\p{Lu})?\p{Ll}*(?:\s\p{Lu}(?:['’]\p{Lu})?\p{Ll}+){1,5})\s*$/u.exec(
      text,
    )?.[1] ?? null
  const titles = (name === null ? text : text.slice(0, text.lastIndexOf(name)))
    .split(
      /\n|\s+(?=(?:TM|KT|TL|TUQ|Q)\s?\.)|(?<=CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN)\s+(?=PHÓ|THỨ TRƯỞNG)|(?<=NHÂN DÂN)\s+(?=CHỦ TỊCH)/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const position = titles
    .filter(
      (part) =>
        !/^(?:TM|KT|TL|TUQ)\s?\./u.test(part) && positions.test(matchingKey(part.replace(/^Q\.\s*/u, ''))),
    )
    .at(-1)
  return {
    signature: {
      prefix: prefixes.length > 0 ? prefixes.join(' ') : null,
      position: position ? positionName(position) : null,
      name,
    },
    signaturePlace: { start: first.start, end: last.start + last.text.length },
  }
}

function positionName(printed: string): string {
  const lower = tidy(printed.replace(/^Q\.\s*/u, '')).toLowerCase()
  const cased = lower
    .replace(/^phó \p{L}/u, (deputy) => `phó ${deputy.slice(4).toUpperCase()}`)
    .replace(/chánh văn phòng/iu, 'Chánh Văn phòng')
    .replace(/giám đốc/u, 'Giám đốc')
    .replace(/chủ tịch/u, 'Chủ tịch')
    .replace(/trưởng phòng/u, 'Trưởng phòng')
    .replace(/thủ tướng/u, 'Thủ tướng')
    .replace(/thường trực/u, 'Thường trực')
    .replace(/(?<!\p{L})(?:ubnd|hđnd|ubmttq|lhpn)(?!\p{L})/gu, (short) => short.toUpperCase())
    .replace(/ủy ban nhân dân/u, 'Ủy ban nhân dân')
  return cased.slice(0, 1).toUpperCase() + cased.slice(1)
}
