import { matchingKey } from './matching-key.ts'
import { numberSource, parseNumber, type QuantitySpan } from './quantities.ts'

const share = new RegExp(
  String.raw`^[^()]*\(\s*(?:tương đương|tương ứng|khoảng|bằng|là|=|~|≈)?\s*(${numberSource})\s*\/\s*(${numberSource})(?:\s[^()]*)?\)`,
  'u',
)
/** A share or a comparison in brackets ("tăng 2% so với năm 2025"), to be cut out of a measure. */
export const printedShare = /\s*\([^()]*\d\s*(?:\/\s*\d|%|‰)[^()]*\)/gu

/** Rounding of a printed percentage: "33% (1/3 thôn)". */
const mostDifference = 1

type Share = { numerator: number; denominator: number }

/** "90% trẻ em (1.080/1.200 trẻ)": what the percentage is of, when the two agree. */
export function shareInBrackets({ text, quantity, after }: QuantitySpan): Share | undefined {
  if (quantity.shape !== 'percent' || quantity.unit !== '%') return undefined
  const [, over = '', under = ''] = share.exec(matchingKey(text).slice(quantity.end, after?.start)) ?? []
  const [numerator, denominator] = [parseNumber(over), parseNumber(under)]
  if (over === '' || denominator === 0) return undefined
  const percent = (numerator / denominator) * 100
  return Math.abs(percent - quantity.value) <= mostDifference ? { numerator, denominator } : undefined
}
