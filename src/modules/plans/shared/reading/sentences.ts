export type Clause = { text: string; start: number }

/** Scans print a semicolon as a colon: "... 99% vào năm 2030: phấn đấu giảm ...". */
const breaks =
  /;|(?<=(?:%|‰|\.000)[^;:%‰]{0,60}năm \d{4}):(?=\s+(?:phấn đấu|giảm|tăng|nâng|duy trì|tỷ lệ|tỷ suất)\s)|(?:(?<=\d{4})|(?<![.,\d]\d|\bTP|\bTT|\bTh|\bTS))\.(?=\s+["“(]?[\p{Lu}\d-])|\.\/\.|\n/gu

/** Sentences and parts between semicolons, with their places in the given text. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  const add = (end: number): void => {
    const piece = text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    if (piece.trim() !== '') clauses.push({ text: piece.trim(), start: start + lead })
  }
  for (const match of text.matchAll(breaks)) {
    if (isInBrackets(text.slice(start, match.index))) continue
    add(match.index)
    start = match.index + match[0].length
  }
  add(text.length)
  return clauses
}

function isInBrackets(text: string): boolean {
  const open = text.lastIndexOf('(')
  return open >= 0 && text.indexOf(')', open) < 0 && text.length - open < 400
}
