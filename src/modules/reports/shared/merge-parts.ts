import { totalKey, type TypedCell, type WrittenSection } from './computed.ts'
import { isNumberedRow } from './content.ts'

export type PartWork = { name: string; typed: readonly TypedCell[]; written: readonly WrittenSection[] }

export type TakenOver = {
  typed: TypedCell[]
  texts: { key: string; text: string }[]
  /** Typed totals: they speak of the old unit only, so they are named and typed anew. */
  left: string[]
}

/**
 * What the draft of a new unit takes from the draft of a unit that went into it: numbers typed for a village, where the
 * new draft has none, and words with the name of where they come from. A total of the part is not one of the whole.
 */
export function takeOver(own: Omit<PartWork, 'name'>, part: PartWork): TakenOver {
  const typedOwn = new Set(own.typed.map(({ key }) => key))
  const isTotal = ({ key }: TypedCell) => {
    const [, row = ''] = key.split('.')
    return row === totalKey || isNumberedRow(row)
  }
  const texts = new Map(own.written.map(({ key, text }) => [key, text]))
  return {
    typed: part.typed.filter((cell) => !isTotal(cell) && !typedOwn.has(cell.key)),
    texts: part.written
      .filter(({ text }) => text.trim() !== '')
      .map(({ key, text }) => {
        const before = texts.get(key)?.trim() ?? ''
        return { key, text: `${before === '' ? '' : `${before}\n`}${part.name}:\n${text.trim()}` }
      }),
    left: part.typed.filter(isTotal).map(({ key }) => key),
  }
}
