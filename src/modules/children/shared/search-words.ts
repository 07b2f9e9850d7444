/** What stands before each word: one of the child's own name, or of its carers' names only. No word has either in it. */
export const wordMark = { own: ' ', carers: '\n' } as const

/** Letters of all names; a row of the index must stay below a third of a page (2,704 bytes, a letter up to 3). */
const mostLetters = 500

/**
 * All words of a child in one text, as each row of `children_name_tokens` keeps it: whoever has found the child by one
 * word sees there whether it has the others. Words beyond the limit are found by themselves, but not beside others.
 */
export function joinedWords({ tokens, carerTokens }: { tokens: string[]; carerTokens: string[] }): string {
  const own = tokens.map((token) => wordMark.own + token)
  const others = carerTokens.map((token) => wordMark.carers + token)
  return [...own, ...others].join('').slice(0, mostLetters)
}
