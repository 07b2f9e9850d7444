import type { DocumentKind } from '../contract.ts'
import type { Heading } from './heading.ts'
import { isUpperText, matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'
import type { Segment, TypeName } from './segments.ts'
import { isHeading, ownTopic } from './topics.ts'

export type KindEvidence = { heading: Heading; segments: readonly Segment[]; outline: Entry; text: string; baseCount: number }

const planTypes: readonly (TypeName | undefined)[] = ['kế hoạch', 'chương trình', 'đề án', 'phương án', 'dự án']

/** Kinds by the type name, or by the code inside the symbol when copying lost the name (Annex III). */
export function documentKind(evidence: KindEvidence): DocumentKind {
  if (!isAdministrative(evidence)) return 'other'
  const { heading, segments, outline } = evidence
  const type = segments[0]?.type ?? typeBySymbol(heading.symbol)
  const first = segments[0]
  const isLetter = first !== undefined && type === undefined && hasAddressee(first)
  if (type === 'quyết định') return hasPlanInside(segments, outline) ? 'decision-with-plan' : 'decision'
  if (planTypes.includes(type)) return 'plan'
  if (type === 'báo cáo') return 'report'
  return type === 'công văn' || isLetter ? 'letter' : 'other'
}

function typeBySymbol(symbol: string | null): TypeName | undefined {
  const code = symbol?.split('-')[0]?.toUpperCase() ?? ''
  const codes: Record<string, TypeName> = {
    KH: 'kế hoạch', QĐ: 'quyết định', BC: 'báo cáo', CTR: 'chương trình', ĐA: 'đề án', PA: 'phương án', TB: 'thông báo', CT: 'chỉ thị',
    HD: 'hướng dẫn', TTR: 'tờ trình', NQ: 'nghị quyết', TT: 'thông tư', NĐ: 'nghị định',
  }
  return codes[code]
}

function hasAddressee({ head, titleLines, body }: Segment): boolean {
  return [...head, ...titleLines, ...body.slice(0, 6)].some(({ text }) => /^(?:kính gửi|v\/v)(?!\p{L})/iu.test(text))
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
function isAdministrative({ heading, segments, outline, text, baseCount }: KindEvidence): boolean {
  const first = segments[0]
  if (!first) return false
  const headings = outline.children.filter((entry) => isHeading(entry) && entry.kind !== 'letter').length
  const tail = segments.some(({ tail: lines }) => lines.some((line) => /^[\s*_-]*nơi nhận/iu.test(line.text)))
  const signed = segments.some(({ tail: lines }) => lines.some((line) => /^(?:TM|KT|TL|TUQ)\s?\.\s*\p{Lu}{2}/u.test(line.text)))
  const typed = first.type !== undefined && isUpperText(first.titleLines[0]?.text.slice(0, 8) ?? '')
  const formal = [
    heading.hasNation, heading.hasNumberLine, heading.date !== null && heading.place !== null, tail, signed,
    /\.\s?\/\s?\./.test(text), baseCount > 0 && (typed || heading.hasNumberLine), hasAddressee(first) && heading.hasNumberLine,
    heading.issuer !== null && typed,
  ].filter(Boolean).length
  const shape = (typed || first.type !== undefined ? 1 : 0) + (headings >= 2 ? 1 : 0)
  return (formal >= 1 && formal + shape >= 3) || (formal >= 2 && formal + shape >= 3)
}
