import ts from 'typescript'
import { isTest, readSources, type Source } from './sources.ts'

type Counts = {
  functionLengths: number[]
  anyTypes: number
  assertions: number
  suppressions: number
  commentLines: number
}

function parse({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}

function isConstAssertion(node: ts.AsExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && node.type.getText() === 'const'
}

function linesOf(file: ts.SourceFile, start: number, end: number): number {
  return file.getLineAndCharacterOfPosition(end).line - file.getLineAndCharacterOfPosition(start).line + 1
}

function commentLinesOf(file: ts.SourceFile): number {
  const seen = new Map<number, number>()
  const note = (range: ts.CommentRange) => seen.set(range.pos, linesOf(file, range.pos, range.end))
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(file.text, node.pos) ?? []) note(range)
    for (const range of ts.getTrailingCommentRanges(file.text, node.end) ?? []) note(range)
    node.forEachChild(visit)
  }
  visit(file)
  return [...seen.values()].reduce((sum, lines) => sum + lines, 0)
}

function countIn(source: Source): Counts {
  const file = parse(source)
  const counts: Counts = { functionLengths: [], anyTypes: 0, assertions: 0, suppressions: 0, commentLines: 0 }
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body)
      counts.functionLengths.push(linesOf(file, node.getStart(), node.end))
    if (node.kind === ts.SyntaxKind.AnyKeyword) counts.anyTypes += 1
    if (ts.isAsExpression(node) && !isConstAssertion(node)) counts.assertions += 1
    if (ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node)) counts.assertions += 1
    node.forEachChild(visit)
  }
  visit(file)
  counts.suppressions =
    source.text.match(/(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck)/g)?.length ?? 0
  counts.commentLines = commentLinesOf(file)
  return counts
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function spread(values: readonly number[]): string {
  return `${quantile(values, 0.5)} / ${quantile(values, 0.9)} / ${Math.max(0, ...values)}`
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function linesIn({ text }: Source): number {
  return text.trimEnd().split('\n').length
}

export type Measures = { lines: string[]; failures: string[] }

/** The measures of the house: what is printed, and what is past its limit. */
export function measureCode(): Measures {
  const sources = readSources('src', 'scripts', 'bench', 'test')
  const tests = sources.filter(isTest)
  const code = sources.filter((source) => !isTest(source))
  const counts = code.map(countIn)
  const codeLines = total(code.map(linesIn))
  const functions = counts.flatMap(({ functionLengths }) => functionLengths)
  const perThousand = (count: number) => ((1000 * count) / Math.max(codeLines, 1)).toFixed(2)
  const any = total(counts.map(({ anyTypes }) => anyTypes))
  const assertions = total(counts.map((count) => count.assertions))
  const suppressions = total(counts.map((count) => count.suppressions))
  const comments = total(counts.map(({ commentLines }) => commentLines))
  const failures = [
    ...(any > 0 ? [`any stands ${any} times; the limit is 0`] : []),
    ...(assertions >= codeLines / 1000
      ? [`type assertions: ${perThousand(assertions)} per 1,000 lines; the limit is 1`]
      : []),
    ...(suppressions >= codeLines / 2000
      ? [`suppressions: ${perThousand(suppressions)} per 1,000 lines; the limit is 0.5`]
      : []),
  ]
  return {
    failures,
    lines: [
      `files ${code.length} + ${tests.length} of tests; lines of a file, median / p90 / longest: ${spread(code.map(linesIn))} (60 / 200 / 300)`,
      `functions ${functions.length}; lines of a function, median / p90 / longest: ${spread(functions)} (8 / 30 / 50)`,
      `any ${any}; assertions ${perThousand(assertions)}, suppressions ${perThousand(suppressions)} per 1,000 lines (0; < 1; < 0.5)`,
      `comment lines ${((100 * comments) / Math.max(codeLines, 1)).toFixed(1)} % (6-12); test lines : code lines ${(total(tests.map(linesIn)) / Math.max(codeLines, 1)).toFixed(2)} (>= 1)`,
    ],
  }
}
