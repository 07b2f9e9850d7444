import type { CliContext } from '#platform/cli/command.ts'
import { cellsByName, columnName, readCsvTable, tableText } from '#platform/files/csv-table.ts'
import { screeningProblem } from '../shared/problems.ts'
import {
  ecdi2030Codes,
  mchatCodes,
  micsCodes,
  micsDomains,
  scoreEcdi2030,
  scoreMchat,
  scoreMics,
  type SurveyAnswers,
} from '../shared/survey-scores.ts'
import { screeningTools } from './tools.ts'

export type SurveyTool = 'ecdi2030' | 'mics-ecdi' | 'mchat-r'

type Scorer = {
  codes: readonly string[]
  needsAge: boolean
  columns: readonly string[]
  /** The added cells of a row; undefined when there is no score, with the reason in words. */
  score: (ageMonths: number | null, answers: SurveyAnswers) => string[] | undefined
  noScore: string
}

const yesNo = (value: boolean) => (value ? '1' : '0')

function ecdiScoring() {
  const scoring = screeningTools().findLast(({ tool }) => tool === 'ecdi2030')?.scoring
  if (scoring?.kind !== 'cut-scores') throw new Error('the reference data hold no cut scores of ECDI2030')
  return scoring
}

function scorerOf(tool: SurveyTool): Scorer {
  if (tool === 'mchat-r')
    return {
      codes: mchatCodes,
      needsAge: false,
      columns: ['score', 'risk'],
      score: (_, answers) => {
        const found = scoreMchat(answers)
        return found && [String(found.score), found.risk]
      },
      noScore: 'thiếu câu trả lời hoặc có câu không phải Y/N nên không tính điểm',
    }
  const noScore = 'tuổi (age_months) trống hoặc nằm ngoài độ tuổi của bộ câu hỏi nên không tính điểm'
  if (tool === 'mics-ecdi')
    return {
      codes: micsCodes,
      needsAge: true,
      columns: [...micsDomains, 'on_track'],
      score: (age, answers) => {
        const found = scoreMics(age, answers)
        return found && [...micsDomains.map((name) => yesNo(found[name])), yesNo(found.onTrack)]
      },
      noScore,
    }
  const scoring = ecdiScoring()
  return {
    codes: ecdi2030Codes,
    needsAge: true,
    columns: ['milestones', 'cut_score', 'on_track'],
    score: (age, answers) => {
      const found = scoreEcdi2030(scoring, age, answers)
      return found && [String(found.milestones), String(found.cutScore), yesNo(found.onTrack)]
    },
    noScore,
  }
}

function checkColumns({ codes, needsAge }: Scorer, headings: readonly string[]): void {
  const names = new Set(headings.map(columnName))
  const wanted = [...(needsAge ? ['age_months'] : []), ...codes]
  const missing = wanted.filter((name) => !names.has(name.toLowerCase()))
  if (missing.length > 0) throw screeningProblem('screening.survey-columns', { columns: missing.join(', ') })
}

function ageOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  return /^\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : null
}

/** Each row as it was, with its scores; nothing else on standard output. A survey: never a verdict on one child. */
export async function scoreFile(
  tool: SurveyTool,
  path: string,
  { print, note, json = false }: Pick<CliContext, 'print' | 'note'> & { json?: boolean },
): Promise<number> {
  const { separator, headings, rows } = await readCsvTable(path)
  const scorer = scorerOf(tool)
  checkColumns(scorer, headings)
  const names = headings.map(columnName)
  const added = scorer.columns.filter((name) => !names.includes(name))
  const out: string[][] = []
  let unscored = 0
  for (const { number, cells } of rows) {
    const named = cellsByName(headings, cells)
    const answers = new Map(scorer.codes.map((code) => [code, named.get(code.toLowerCase()) ?? '']))
    const scores = scorer.score(ageOf(named.get('age_months') ?? ''), answers)
    if (!scores) {
      unscored += 1
      if (unscored <= 100) note(`Dòng ${number}: ${scorer.noScore}.`)
    }
    const line = Array.from(
      { length: Math.max(headings.length, cells.length) },
      (_, place) => cells[place] ?? '',
    )
    scorer.columns.forEach((name, place) => {
      const known = names.lastIndexOf(name)
      const cell = scores?.[place] ?? ''
      if (known >= 0) line[known] = cell
      else line[headings.length + added.indexOf(name)] = cell
    })
    out.push(line)
  }
  if (unscored > 100) note(`... và ${unscored - 100} dòng khác không tính được điểm.`)
  print(tableText([...headings, ...added], out, { separator, json }))
  return 0
}
