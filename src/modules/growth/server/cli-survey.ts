import { fill } from '#base/messages.ts'
import { type CliArguments, type CliContext, requireWord, WrongCall } from '#platform/cli/command.ts'
import { type PrevalenceLine, prevalence, type SurveyChild } from '../shared/prevalence.ts'
import { growthProblem } from '../shared/problems.ts'
import type { Score } from '../shared/score-2006.ts'
import type { Standard } from '../shared/standard.ts'
import { isMissing, readNumber } from '../shared/survey-cells.ts'
import { surveyMessages } from '../shared/survey-messages.ts'
import {
  inputColumns,
  outputColumns,
  readSurveyRow,
  type Reference,
  type RowNote,
  scoreRow,
} from '../shared/survey-row.ts'
import type { Estimate } from '../shared/survey-design.ts'
import { cellsByName, columnName, readCsvTable, tableText, type CsvTable } from '#platform/files/csv-table.ts'

type Note = CliContext['note']

const isJson = (args: CliArguments) => args.options['json'] === 'true'

function referenceOf(args: CliArguments): Reference {
  const name = args.options['reference'] ?? 'who2006'
  if (name !== 'who2006' && name !== 'who2007')
    throw new WrongCall('--reference phải là who2006 hoặc who2007.')
  return name
}

async function chooseStandard(
  args: CliArguments,
  { onDatabase, reading, note }: CliContext,
): Promise<Standard> {
  const folder = args.options['standard']
  if (folder === 'true') throw new WrongCall('--standard cần một thư mục.')
  if (folder !== undefined) {
    const { readStandardFolder } = await import('./standard-files.ts')
    return readStandardFolder(folder)
  }
  if (onDatabase) {
    const { findImportedStandard } = await import('./current-standard.ts')
    const { everywhere } = await import('#platform/db/types.ts')
    const imported = await reading(everywhere, findImportedStandard)
    if (imported) return imported
  }
  const { builtinStandard } = await import('./builtin-standard.ts')
  note(surveyMessages.builtin)
  return builtinStandard()
}

/** Without sex, or without anything to score, the file is of another kind. */
function checkColumns({ headings }: CsvTable, reference: Reference, note: Note): void {
  const names = new Set(headings.map(columnName))
  if (!names.has('sex')) throw growthProblem('growth.survey-no-sex')
  const measures = inputColumns[reference].filter((name) => /_(?:kg|cm|mm)$/.test(name))
  if (!measures.some((name) => names.has(name)))
    throw growthProblem('growth.survey-no-measure', { columns: measures.join(', ') })
  if (!names.has('age_days') && !names.has('age_months')) note(surveyMessages.noAge)
  const lacking = ['weight_kg', reference === 'who2006' ? 'lenhei_cm' : 'height_cm'].filter(
    (name) => !names.has(name),
  )
  if (lacking.length > 0) note(fill(surveyMessages.noColumn, { columns: lacking.join(', ') }))
}

/** So many rows are named one by one; the rest is counted. */
const namedNotes = 100

function noteWriter(note: Note): { take: (row: number, notes: readonly RowNote[]) => void; end: () => void } {
  let count = 0
  return {
    take: (row, notes) => {
      for (const { column, note: kind } of notes) {
        count += 1
        if (count <= namedNotes) note(fill(surveyMessages.cell[kind], { row, column }))
      }
    },
    end: () => {
      if (count > namedNotes) note(fill(surveyMessages.moreCells, { count: count - namedNotes }))
    },
  }
}

const scoreText = (score: Score | null) => (score ? score.z.toFixed(2) : '')
const flagText = (score: Score | null) => (score ? (score.flag ? '1' : '0') : '')

/** Columns of an earlier scoring are written anew in their place; the others come at the end. */
function outputPlaces(headings: readonly string[], reference: Reference, note: Note) {
  const added = [
    ...outputColumns[reference].map(({ z }) => z),
    ...outputColumns[reference].map(({ flag }) => flag),
  ]
  const names = headings.map(columnName)
  const again = added.filter((name) => names.includes(name))
  if (again.length > 0) note(fill(surveyMessages.columnsReplaced, { columns: again.join(', ') }))
  const missing = added.filter((name) => !names.includes(name))
  const headingsOut = [...headings, ...missing]
  const places = added.map((name) => {
    const known = names.lastIndexOf(name)
    return known >= 0 ? known : headings.length + missing.indexOf(name)
  })
  return { headingsOut, places }
}

/** `growth score`: each row as it was, with its scores and flags; nothing else on standard output. */
export async function scoreByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const reference = referenceOf(args)
  const file = await readCsvTable(requireWord(args, 'tên tệp CSV'))
  const standard = await chooseStandard(args, context)
  checkColumns(file, reference, context.note)
  const { headingsOut, places } = outputPlaces(file.headings, reference, context.note)
  const notes = noteWriter(context.note)
  const lines: string[][] = []
  for (const { number, cells } of file.rows) {
    const row = readSurveyRow(cellsByName(file.headings, cells), reference)
    notes.take(number, row.notes)
    const scores = scoreRow(standard, reference, row)
    const added = [...scores.map(scoreText), ...scores.map(flagText)]
    const width = Math.max(headingsOut.length, cells.length)
    const out = Array.from({ length: width }, (_, place) => cells[place] ?? '')
    places.forEach((place, at) => (out[place] = added[at] ?? ''))
    lines.push(out)
  }
  notes.end()
  context.print(tableText(headingsOut, lines, { separator: file.separator, json: isJson(args) }))
  return 0
}

/** Names under which surveys keep weight, cluster and stratum; the first is WHO's. */
const designColumns = {
  weights: ['sw', 'weight', 'weights', 'sampling_weight'],
  clusters: ['cluster', 'clusters', 'psu'],
  strata: ['strata', 'stratum'],
}

function filled(text: string | undefined): string | null {
  return text === undefined || isMissing(text) ? null : text.trim()
}

/** `growth prevalence`: the survey table as CSV, shares in per cent. */
export async function prevalenceByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const reference = referenceOf(args)
  const file = await readCsvTable(requireWord(args, 'tên tệp CSV'))
  const standard = await chooseStandard(args, context)
  checkColumns(file, reference, context.note)
  const names = file.headings.map(columnName)
  const column = (choices: readonly string[]) => choices.find((name) => names.includes(name))
  const weights = column(designColumns.weights)
  const clusters = column(designColumns.clusters)
  const strata = column(designColumns.strata)
  const notes = noteWriter(context.note)
  const children = file.rows.map(({ number, cells }): SurveyChild => {
    const named = cellsByName(file.headings, cells)
    const row = readSurveyRow(named, reference)
    notes.take(number, row.notes)
    const sampled = weights ? readNumber(named.get(weights) ?? '') : { value: 1 }
    if (weights && sampled.note) notes.take(number, [{ column: weights, note: sampled.note }])
    const weight = sampled.value
    if (weight !== null && weight < 0) throw growthProblem('growth.survey-negative-weight', { row: number })
    const cluster = clusters ? filled(named.get(clusters)) : null
    const stratum = strata ? filled(named.get(strata)) : null
    return { row, scores: scoreRow(standard, reference, row), weight, cluster, stratum }
  })
  notes.end()
  const layout = { weights: Boolean(weights), clusters: Boolean(clusters), strata: Boolean(strata) }
  const { lines, leftOut } = prevalence(children, reference, layout)
  if (leftOut > 0) context.note(fill(surveyMessages.leftOut, { count: leftOut }))
  context.print(tableText(prevalenceHead, lines.map(prevalenceRow), { json: isJson(args) }))
  return 0
}

const shares = ['below3', 'below2', 'above1', 'above2', 'above3'] as const
const prevalenceHead = [
  'group',
  'indicator',
  'n',
  'n_weighted',
  ...['below_3', 'below_2', 'above_1', 'above_2', 'above_3'].flatMap((name) => [
    `${name}_pct`,
    `${name}_low`,
    `${name}_high`,
  ]),
  'mean',
  'mean_low',
  'mean_high',
  'sd',
]

const perCent = (estimate: Estimate | undefined) =>
  estimate ? [estimate.value, estimate.low, estimate.high].map((x) => number(x * 100, 2)) : ['', '', '']
const number = (x: number, digits: number) => (Number.isFinite(x) ? (x + 0).toFixed(digits) : '')

function prevalenceRow(line: PrevalenceLine): string[] {
  const { mean } = line
  const summary = mean ? [mean.value, mean.low, mean.high].map((x) => number(x, 3)) : ['', '', '']
  const sd = mean?.sd === null || !mean ? '' : number(mean.sd, 3)
  const weighted = String(Math.round(line.weighted * 1000) / 1000)
  const cells = [line.group, line.index, String(line.count), weighted]
  return [...cells, ...shares.flatMap((name) => perCent(line[name])), ...summary, sd]
}
