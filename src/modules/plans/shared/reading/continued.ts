import type { Quantity } from './quantities.ts'

const preposition = String.raw`(?:(?:vào|đến|tới|trong|cuối|hết|đầu)\s+){0,3}`
const yearPhrase = String.raw`${preposition}năm\s+\d{4}`
const opensYear = new RegExp(String.raw`^\s*${yearPhrase}`, 'u')
const separatedYears = new RegExp(String.raw`(?:,|;|(?<!\p{L})và)\s*(?:${yearPhrase})?\s*$`, 'u')
const allYears = new RegExp(String.raw`${yearPhrase}(?!\p{L})`, 'gu')

/** "70.000 ngôi nhà vào năm 2025 và 80.000 vào năm 2030": a bare number between a separator and a year. */
export function isBareContinuation(
  clause: string,
  last: Quantity,
  number: { start: number; end: number },
): boolean {
  const between = clause.slice(last.end, number.start)
  return last.shape !== 'percent' && separatedYears.test(between) && opensYear.test(clause.slice(number.end))
}

/**
 * Marks a number that goes on with what the number before it counts, and gives it that one's comparison:
 * "giảm 10% ... năm 2025 và 20% vào năm 2030", "dưới 10% (nội thành), 5% (ngoại thành)".
 */
export function withContinuations(clause: string, quantities: readonly Quantity[]): Quantity[] {
  const result: Quantity[] = []
  for (const [index, quantity] of quantities.entries()) {
    const last = result.at(-1)
    const end = quantities[index + 1]?.start ?? clause.length
    const goesOn = last !== undefined && continues(clause, last, quantity, end)
    result.push(goesOn ? { ...quantity, comparator: last.comparator, continues: true } : quantity)
  }
  return result
}

function continues(clause: string, last: Quantity, next: Quantity, end: number): boolean {
  if (next.comparator !== 'eq' || next.shape !== last.shape) return false
  const between = withoutBrackets(clause.slice(last.end, next.start))
  if (!separatedYears.test(between)) return false
  const counted =
    withoutBrackets(clause.slice(next.end, end).replace(/\s*so với .*$/u, '')).split(
      /[,;.]|(?<!\p{L})và(?!\p{L})/u,
    )[0] ?? ''
  return between.trimStart().startsWith(counted.replace(allYears, ' ').trim())
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/gu, ' ')
}
