/**
 * Takes away what stands between two pages of a PDF or scan: the page number in the top margin (Nghị định
 * 30/2020/NĐ-CP, Annex I, part II.4), a running head beside it, and the blank lines that part a sentence in two.
 */
export function withoutPageBreaks(lines: readonly string[]): string[] {
  const numbers = pageNumbers(lines)
  if (numbers.length === 0) return [...lines]
  const heads = runningHeads(lines, numbers)
  const dropped = new Set<number>()
  for (const at of numbers) {
    dropped.add(at)
    for (const step of [-1, 1]) dropAround({ lines, heads, dropped, at, step })
  }
  return lines.filter((_, index) => !dropped.has(index))
}

const printed = /^\s*(?:[-–]\s*)?(?:(?:trang|page)\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?\s*$/iu
/** Cells of a table that was copied cell by cell stand closer together than pages do. */
const fewestLines = 6
/** The heading block stands on the first page. */
const fewestBefore = 4

/** Lone numbers that count up by one from 1, 2 or 3, a page apart. */
function pageNumbers(lines: readonly string[]): number[] {
  const found: number[] = []
  let last = 0
  for (const [index, line] of lines.entries()) {
    const page = Number(printed.exec(line)?.[1] ?? 0)
    if (page === 0 || index < fewestBefore || index - (found.at(-1) ?? -fewestLines) < fewestLines) continue
    if (found.length === 0 ? page <= 3 : page === last + 1) {
      found.push(index)
      last = page
    }
  }
  return found
}

/** The same line beside at least two page numbers. */
function runningHeads(lines: readonly string[], numbers: readonly number[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const at of numbers)
    for (const step of [-1, 1]) {
      const text = lines[nextFilled(lines, at, step)]?.trim() ?? ''
      if (text.length > 5 && text.length < 150) seen.set(text, (seen.get(text) ?? 0) + 1)
    }
  return new Set([...seen].filter(([, times]) => times > 1).map(([text]) => text))
}

function nextFilled(lines: readonly string[], from: number, step: number): number {
  let at = from + step
  while ((lines[at] ?? 'end').trim() === '') at += step
  return at
}

type Around = {
  lines: readonly string[]
  heads: ReadonlySet<string>
  dropped: Set<number>
  at: number
  step: number
}

function dropAround({ lines, heads, dropped, at, step }: Around): void {
  const next = nextFilled(lines, at, step)
  for (let blank = at + step; blank !== next; blank += step) dropped.add(blank)
  const text = lines[next]?.trim() ?? ''
  if (!heads.has(text)) return
  dropped.add(next)
  const beyond = nextFilled(lines, next, step)
  for (let blank = next + step; blank !== beyond; blank += step) dropped.add(blank)
}
