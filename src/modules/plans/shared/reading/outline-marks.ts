/** Outline levels of Nghị định 30/2020/NĐ-CP, Annex I, and the habits seen beside them. */
export type MarkKind =
  | 'part'
  | 'capital'
  | 'chapter'
  | 'division'
  | 'article'
  | 'roman'
  | 'arabic'
  | 'decimal'
  | 'counted'
  | 'letter'
  | 'bracket'
  | 'star'
  | 'dash'
  | 'plus'

/** `word`: what a counted heading counts ("nhiệm vụ"), in lower case. */
export type Mark = { kind: MarkKind; label: string; length: number; word?: string }

/** Higher number: deeper. Chương > Mục > Điều > 1. > a) and Phần > A > I > 1 > 1.1 > a) > - > +. */
export const markDepth: Readonly<Record<MarkKind, number>> = {
  part: 0,
  capital: 1,
  chapter: 1,
  division: 2,
  article: 3,
  roman: 3,
  arabic: 4,
  decimal: 5,
  counted: 7,
  letter: 8,
  bracket: 9,
  star: 10,
  dash: 12,
  plus: 13,
}

/** "Nhiệm vụ 1. ...", "Mục tiêu 2: ...": a heading that counts by a word instead of a mark. */
const counted =
  /^(Nhiệm vụ|Mục tiêu|Chỉ tiêu|Nội dung|Giải pháp|Hoạt động|Dự án|Tiểu dự án|Hợp phần)(?:\s+số)?\s+(\d{1,3})\s*[.:]\s*(?=[\p{L}“"(≥≤<>]|\d[\d.,/]*\s*(?:%|‰|\p{L}))/iu

const patterns: readonly { kind: MarkKind; pattern: RegExp }[] = [
  {
    kind: 'part',
    pattern: /^(?:PHẦN|Phần)\s+((?:THỨ|thứ)\s+\p{L}+|[IVX]+|\d{1,2}|[A-Z])(?!\p{L})\s*[.:-]?\s*/u,
  },
  { kind: 'chapter', pattern: /^(?:CHƯƠNG|Chương)\s+([IVX]+|\d{1,2})(?!\p{L})\s*[.:-]?\s*/u },
  { kind: 'division', pattern: /^(?:MỤC|Mục)\s+([IVX]+|\d{1,2})(?!\p{L})\s*[.:-]?\s*(?=\p{Lu}|$)/u },
  { kind: 'article', pattern: /^(?:ĐIỀU|Điều)\s+(\d{1,3})\s*[.:]\s*/u },
  { kind: 'roman', pattern: /^([IVX]{1,5})\s*[.):]\s*(?=[\p{L}“"(])/u },
  { kind: 'roman', pattern: /^(?!V\/V(?!\p{L}))([IVX]{1,5})\s?\/\s*(?=\p{Lu})/u },
  { kind: 'roman', pattern: /^([IVX]{1,5})\s*[-–]?\s+(?=\p{Lu}[\p{Lu}\s,-]{3,})/u },
  { kind: 'capital', pattern: /^([A-HĐ])\s*[.)]\s+(?=\p{Lu})/u },
  { kind: 'decimal', pattern: /^(\d{1,2}(?:\.\d{1,2}){1,4})\s*[.):]?\s*(?=[\p{L}“"(])/u },
  { kind: 'decimal', pattern: /^(\d{1,2}(?:\.\d{1,2}){1,4})\s*[.)]\s+(?=[≥≤<>]?\s*\d)/u },
  { kind: 'arabic', pattern: /^(\d{1,2})\s*(?:[.)]|\/(?!\d)|\s-)\s*(?=[\p{L}“"(])/u },
  { kind: 'arabic', pattern: /^(\d{3})[.)]\s+(?=\p{Lu})/u },
  // "1- Mục đích", "2- 90% trẻ em": the hyphen of the older habit; "2- 5 tuổi" is a range.
  { kind: 'arabic', pattern: /^(\d{1,2})-\s+(?=\p{Lu}|[≥≤<>]?\s*\d[\d.,]*\s*%)/u },
  // "1. 100% trẻ em": a figure behind the mark; "25. 11. 2025" is a day.
  { kind: 'arabic', pattern: /^(\d{1,3})[.)]\s+(?=[≥≤<>]?\s*\d[\d.,/]*\s*(?:%|‰|\p{L}))/u },
  { kind: 'bracket', pattern: /^\((\d{1,3}|[a-zđ])\)\s*(?=\S)/u },
  { kind: 'letter', pattern: /^([a-zđ](?:\.?\d{1,2})?)\s*[.)/]\s*(?=[\p{L}“"(])/u },
  { kind: 'letter', pattern: /^([a-zđ])[.)]\s+(?=[≥≤<>]?\s*\d)/u },
  { kind: 'dash', pattern: /^[-•○■♦→·»✓✔]\s*(?=[^\s-])/u },
  { kind: 'plus', pattern: /^\+\s*(?=\S)/u },
  { kind: 'star', pattern: /^\*{1,2}\s*(?=\S)/u },
]

/** The outline mark a line opens with, if any. */
export function findMark(line: string): Mark | undefined {
  const head = line.slice(0, 60)
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(head)
    if (match) return { kind, label: match[1] ?? '', length: match[0].length }
  }
  return countedMark(head)
}

function countedMark(head: string): Mark | undefined {
  const match = counted.exec(head)
  const [all, word, label] = match ?? []
  if (all === undefined || word === undefined || label === undefined) return undefined
  return { kind: 'counted', label, length: all.length, word: word.toLowerCase() }
}

const romanDigits = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
])

/** The position a label stands for: "IV" 4, "2.3" 3, "đ" 5. Undefined when it has no order. */
export function markOrder(mark: Mark): number | undefined {
  if (mark.kind === 'letter') return vietnameseLetters.indexOf(mark.label.slice(0, 1)) + 1 || undefined
  if (mark.kind === 'capital') return capitalLetters.indexOf(mark.label) + 1 || undefined
  // Counts go on from one group to the next ("Mục tiêu 2" may open with "Chỉ tiêu 5"), so they tell no order.
  if (mark.kind === 'counted') return undefined
  if (mark.kind === 'decimal') return Number(mark.label.split('.').at(-1))
  if (/^\d+$/.test(mark.label)) return Number(mark.label)
  return /^[IVX]+$/.test(mark.label) ? romanNumber(mark.label) : undefined
}

/** Letters used for a), b), c), d), đ), e) ... (no f, j, w, z). */
const vietnameseLetters = 'abcdđeghiklmnopqrstuvxy'
const capitalLetters = 'ABCDĐEGH'

function romanNumber(label: string): number {
  const values = [...label].map((digit) => romanDigits.get(digit) ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
