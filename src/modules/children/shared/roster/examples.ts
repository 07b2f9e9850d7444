import { fold } from '#base/text.ts'

/** Stands in the first cell of the rows by which our template shows how to fill it. */
export const exampleMark = 'VÍ DỤ'

/** The rows of the template: name and birth date as they are written there. */
export const exampleChildren = [
  { fullName: 'Y Hoa', born: '07/03/2021' },
  { fullName: 'Chưa đặt tên', born: '20/05/2026' },
] as const

export function isMarkedExample(firstText: string): boolean {
  return fold(firstText).startsWith(fold(exampleMark))
}

/** Whether a marked row is still as the template has it. One that was typed over holds a child and must not be lost. */
export function isUntouchedExample({ fullName, born }: { fullName: string; born: string }): boolean {
  return exampleChildren.some((one) => fold(one.fullName) === fold(fullName) && one.born === born)
}
