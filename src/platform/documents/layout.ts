/** Measures of Nghị định 30/2020/NĐ-CP, Annex I. Lengths in mm, sizes in points. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 20, header: 10 } as const

/** What the margins leave, upright and lying. */
export const textWidth = page.width - page.left - page.right
export const landscapeTextWidth = page.height - page.left - page.right

/** Letters of each box; where Annex I gives a range (13-14) one of them is taken throughout. */
export const size = {
  nation: 13,
  motto: 14,
  body: 14,
  number: 13,
  placeDate: 14,
  type: 14,
  subject: 14,
  recipientsHead: 12,
  recipients: 11,
  pageNumber: 14,
  table: 12,
  wideTable: 11,
  note: 12,
} as const

/** First-line indent 1.27 cm, gap 6 pt. */
export const body = { firstLine: 12.7, gap: 6, lineSpacing: 1.15 } as const

/** The heading table's columns: the right one holds the national name on one line (95.7 mm at 13 pt). */
export const headingColumns = { left: 62, right: 98 } as const
/** Recipients on the left, signature on the right. */
export const endingColumns = { left: 80, right: 80 } as const

/** Advance widths of Times New Roman Bold, in thousandths of the size. */
const wide: Readonly<Record<string, number>> = {
  A: 722,
  B: 667,
  C: 722,
  D: 722,
  E: 667,
  F: 611,
  G: 778,
  H: 778,
  I: 389,
  J: 500,
  K: 778,
  L: 667,
  M: 944,
  N: 722,
  O: 778,
  P: 611,
  Q: 778,
  R: 722,
  S: 556,
  T: 667,
  U: 722,
  V: 722,
  W: 1000,
  X: 722,
  Y: 722,
  Z: 667,
  Đ: 722,
  a: 500,
  b: 556,
  c: 444,
  d: 556,
  e: 444,
  f: 333,
  g: 500,
  h: 556,
  i: 278,
  j: 333,
  k: 556,
  l: 278,
  m: 833,
  n: 556,
  o: 500,
  p: 556,
  q: 556,
  r: 444,
  s: 389,
  t: 333,
  u: 556,
  v: 500,
  w: 722,
  x: 500,
  y: 500,
  z: 444,
  đ: 556,
  ' ': 250,
  '-': 333,
  '.': 250,
  ',': 250,
  '/': 278,
}

/** Length in mm of a line of bold text: the rules under heading lines are as long as, or a share of, their text. */
export function boldLength(text: string, points: number): number {
  const letters = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  const thousandths = [...letters].reduce((sum, letter) => sum + (wide[letter] ?? 500), 0)
  return ((thousandths / 1000) * points * 25.4) / 72
}
