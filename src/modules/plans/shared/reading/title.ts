import { tidy } from '#base/text.ts'
import { isUpperText, matchingKey, startsLower } from './matching-key.ts'
import type { Segment } from './segments.ts'

/** Type and subject: "Kế hoạch triển khai ..."; the note "(Ban hành kèm theo ...)" is no part of it. */
export function titleOf({ titleLines, head, body }: Segment): string | null {
  const subject = titleLines
    .map(({ text }) => text.replace(/\|/g, ' '))
    .filter((text) => !text.startsWith('('))
  if (subject.length > 0) return sentenceCased(withoutAuthority(tidy(subject.join(' '))))
  return (
    subjectInHead(head.map(({ text }) => text)) ?? subjectOfSentence(body.slice(0, 6).map(({ text }) => text))
  )
}

const actingSentence =
  /(?:ủy ban nhân dân|ubnd|sở|phòng)[^.;:]{0,60}?(?:ban hành|xây dựng)\s+((?:kế hoạch|chương trình|đề án)\s[^:;]{15,400}?)(?:,?\s+(?:cụ thể\s+)?(?:như sau|với (?:những |các )?nội dung)|:)/iu

/** A copy that lost its heading still says "UBND tỉnh xây dựng Kế hoạch hành động ... như sau:". */
function subjectOfSentence(lines: readonly string[]): string | null {
  const found = lines.map((text) => actingSentence.exec(text)?.[1]).find((subject) => subject !== undefined)
  return found === undefined ? null : tidy(found).replace(/,$/, '')
}

/** Letters carry "V/v ..." under the number; a copy that lost the type name still has the subject in capitals. */
function subjectInHead(lines: readonly string[]): string | null {
  const about = lines.findIndex((text) => /^v\/v(?!\p{L})/iu.test(text))
  if (about >= 0) return tidy(lines.slice(about, aboutEnd(lines, about)).join(' '))
  const capitals = lines.filter((text) => text.length > 25 && isUpperText(text) && !isBody(text))
  return capitals.length > 0 ? tidy(capitals.join(' ')) : null
}

/** The narrow column under the number breaks the subject; what goes on begins with a small letter or a figure. */
function aboutEnd(lines: readonly string[], about: number): number {
  let end = about + 1
  while (/^(?:\p{Ll}|\d)/u.test(lines[end] ?? '')) end += 1
  return end
}

function isBody(text: string): boolean {
  return /^(?:ủy ban|cộng hòa|sở|phòng|ubnd|bộ|hội|trường|ban|cục|chi cục|trung tâm|đoàn|tỉnh|thành phố)(?!\p{L})/u.test(
    matchingKey(text),
  )
}

const authority =
  /\s(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|HIỆU TRƯỞNG|THỦ TƯỚNG|HỘI ĐỒNG NHÂN DÂN|CỤC TRƯỞNG|VIỆN TRƯỞNG)(?:\s[\p{Lu}\d\s,-]+)?$/u

/** Decisions print who decides in capitals below the subject ("CHỦ TỊCH ỦY BAN NHÂN DÂN ..."). */
function withoutAuthority(subject: string): string {
  const match = authority.exec(subject)
  return match && /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)/u.test(subject) ? subject.slice(0, match.index) : subject
}

/** "KẾ HOẠCH Triển khai ..." is named "Kế hoạch triển khai ..."; a subject in capitals stays as printed. */
function sentenceCased(subject: string): string {
  const text = subject
    .replace(/[\s.:]+$/, '')
    .replace(
      /^(\p{Lu}{2,}(?:\s\p{Lu}{2,})?)\s+[Vv]\/[Vv]\s+(\p{L})/u,
      (_, type: string, first: string) => `${type} ${first.toUpperCase()}`,
    )
  const match =
    /^(\p{Lu}{2,}(?:\s\p{Lu}{2,})?(?: LIÊN TỊCH| PHỐI HỢP| HÀNH ĐỘNG| CÔNG TÁC)?)\s(\p{L})(\p{L}*)/u.exec(
      text,
    )
  if (!match || !startsLower(match[3] ?? '')) return text
  const [, type = '', first = ''] = match
  const rest = text.slice(type.length + 2)
  return `${type.slice(0, 1)}${type.slice(1).toLowerCase()} ${first.toLowerCase()}${rest}`
}
