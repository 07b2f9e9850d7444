const steps = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** 4 is `IV`; for the parts and annexes of a document (Nghị định 30/2020/NĐ-CP, Annex I), so up to 39. */
export function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [sign, size] of steps) {
    while (rest >= size) {
      text += sign
      rest -= size
    }
  }
  return text
}
