import type { DocumentKind } from '../contract.ts'
import type { Heading } from './heading.ts'
import { isUpperText, matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'
import type { Segment } from './segments.ts'
import { isHeading, ownTopic } from './topics.ts'
import type { TypeName } from './type-names.ts'

export type KindEvidence = {
  heading: Heading
  segments: readonly Segment[]
  outline: Entry
  text: string
  /** Documents it rests on; in a text without a number line only those behind the title. */
  baseCount: number
}

const planTypes: readonly (TypeName | undefined)[] = [
  'kế hoạch',
  'chương trình',
  'đề án',
  'phương án',
  'dự án',
]

/**
 * Kinds by the type name, or by the code inside the symbol when copying lost the name (Annex III). Undefined for
 * a text that is no administrative document; a directive or a notice is one, of the kind `other`.
 */
export function documentKind(evidence: KindEvidence): DocumentKind | undefined {
  const [first] = evidence.segments
  return first && isAdministrative(evidence, first) ? kindOf(first, evidence) : undefined
}

/** The type of the first document in words, as its heading or its symbol names it: "chỉ thị". */
export function typeInWords({ heading, segments }: Pick<KindEvidence, 'heading' | 'segments'>): string {
  return segments[0]?.type ?? typeBySymbol(heading.symbol) ?? 'văn bản'
}

function kindOf(first: Segment, { heading, segments, outline }: KindEvidence): DocumentKind {
  const type = first.type ?? typeBySymbol(heading.symbol) ?? 'công văn'
  if (type === 'quyết định') return hasPlanInside(segments, outline) ? 'decision-with-plan' : 'decision'
  if (type === 'báo cáo') return 'report'
  if (type === 'công văn' && hasAddressee(first)) return 'letter'
  return planTypes.includes(type) ? 'plan' : 'other'
}

function typeBySymbol(symbol: string | null): TypeName | undefined {
  const code = symbol?.split(/[-/]/)[0]?.toUpperCase() ?? ''
  const codes: Record<string, TypeName> = {
    KH: 'kế hoạch',
    QĐ: 'quyết định',
    BC: 'báo cáo',
    CTR: 'chương trình',
    ĐA: 'đề án',
    PA: 'phương án',
    TB: 'thông báo',
    CT: 'chỉ thị',
    HD: 'hướng dẫn',
    TTR: 'tờ trình',
    NQ: 'nghị quyết',
    TT: 'thông tư',
    NĐ: 'nghị định',
    GM: 'giấy mời',
    BB: 'biên bản',
    HĐ: 'hợp đồng',
    KL: 'kết luận',
    CĐ: 'công điện',
    QC: 'quy chế',
    QYĐ: 'quy định',
  }
  return codes[code]
}

function hasAddressee({ head, titleLines, body }: Segment): boolean {
  return [...head, ...titleLines, ...body.slice(0, 6)].some(({ text }) =>
    /^(?:kính gửi|v\/v)(?!\p{L})/iu.test(text),
  )
}

function hasPlanInside(segments: readonly Segment[], outline: Entry): boolean {
  if (segments.slice(1).some(({ type }) => planTypes.includes(type))) return true
  const subject = matchingKey((segments[0]?.titleLines ?? []).map(({ text }) => text).join(' '))
  if (!/kế hoạch|chương trình|đề án|phương án/u.test(subject)) return false
  const topics = new Set<string>()
  const visit = (entry: Entry): void => {
    const topic = ownTopic(entry)
    if (topic) topics.add(topic)
    entry.children.forEach(visit)
  }
  visit(outline)
  return topics.has('objective') && (topics.has('content') || topics.has('arrangement'))
}

/** Signs that only administrative documents bear (Nghị định 30/2020/NĐ-CP, Article 8.2). */
function isAdministrative(
  { heading, segments, outline, text, baseCount }: KindEvidence,
  first: Segment,
): boolean {
  const headings = outline.children.filter((entry) => isHeading(entry) && entry.kind !== 'letter').length
  const typed = first.type !== undefined && isUpperText((first.titleLines[0]?.text ?? '').slice(0, 8))
  const numbered = heading.hasNumberLine
  const formal = count([
    heading.hasNation,
    numbered,
    heading.date !== null && heading.place !== null,
    hasTailLine(segments, /^[\s*_-]*nơi nhận/iu),
    hasTailLine(segments, /^(?:TM|KT|TL|TUQ)\s?\.\s*\p{Lu}{2}/u),
    /\.\s?\/\s?\./.test(text),
    baseCount > 0 && (typed || numbered),
    numbered && hasAddressee(first),
    typed && heading.issuer !== null,
  ])
  return formal >= 1 && formal + count([first.type !== undefined, headings >= 2]) >= 3
}

function count(signs: readonly boolean[]): number {
  return signs.filter(Boolean).length
}

function hasTailLine(segments: readonly Segment[], pattern: RegExp): boolean {
  return segments.some(({ tail }) => tail.some(({ text }) => pattern.test(text)))
}
