import type { Scoring } from './tool.ts'

/** Answers of a survey as they stand in its file, by item code. */
export type SurveyAnswers = ReadonlyMap<string, string>

const codesOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, step) => `EC${from + step}`)

/** ECDI2030 (UNICEF): codes in the order of the questionnaire. */
export const ecdi2030Codes = codesOf(21, 40)
/** The older index of ten items, part of MICS 4-6; never one series with ECDI2030. */
export const micsCodes = codesOf(6, 15)
export const mchatCodes = Array.from({ length: 20 }, (_, step) => `Q${step + 1}`)

const code = (answers: SurveyAnswers, name: string) => (answers.get(name) ?? '').trim().replace(/\.0+$/, '')

/** 1 = yes. EC39 (sad): weekly or rarer; EC40 (kicks, bites, hits): at most as much as others. */
function isReached(answers: SurveyAnswers, name: string): boolean {
  const answer = code(answers, name)
  if (name === 'EC39') return ['2', '3', '4', '5'].includes(answer)
  if (name === 'EC40') return ['1', '2', '3'].includes(answer)
  return answer === '1'
}

export type EcdiScore = { milestones: number; cutScore: number; onTrack: boolean }

/** Don't know and missing count as not reached; outside 24-59 completed months there is no score. */
export function scoreEcdi2030(
  scoring: Extract<Scoring, { kind: 'cut-scores' }>,
  ageMonths: number | null,
  answers: SurveyAnswers,
): EcdiScore | undefined {
  if (ageMonths === null) return undefined
  const completed = Math.floor(ageMonths)
  const cut = scoring.cuts.findLast(({ fromMonths }) => fromMonths <= completed)
  if (!cut || completed >= 60) return undefined
  const milestones = ecdi2030Codes.filter((name) => isReached(answers, name)).length
  return { milestones, cutScore: cut.score, onTrack: milestones >= cut.score }
}

export const micsDomains = ['literacy_numeracy', 'physical', 'learning', 'social_emotional'] as const
export type MicsScore = Record<(typeof micsDomains)[number], boolean> & { onTrack: boolean }

/** Ages of the older index, in completed months. */
const micsMonths = { from: 36, to: 59 }

/** On track in a domain by 2 of 3 or 1 of 2 items; as a whole by at least 3 of the 4 domains. */
export function scoreMics(ageMonths: number | null, answers: SurveyAnswers): MicsScore | undefined {
  if (ageMonths === null) return undefined
  const completed = Math.floor(ageMonths)
  if (completed < micsMonths.from || completed > micsMonths.to) return undefined
  const yes = (number: number) => Number(code(answers, `EC${number}`) === '1')
  // EC10 too sick to play, EC14 kicks, bites or hits, EC15 easily distracted: no is the good answer.
  const no = (number: number) => Number(code(answers, `EC${number}`) === '2')
  const domains = {
    literacy_numeracy: yes(6) + yes(7) + yes(8) >= 2,
    physical: yes(9) + no(10) >= 1,
    learning: yes(11) + yes(12) >= 1,
    social_emotional: yes(13) + no(14) + no(15) >= 2,
  }
  return { ...domains, onTrack: Object.values(domains).filter(Boolean).length >= 3 }
}

export type MchatScore = { score: number; risk: 'low' | 'moderate' | 'high' }

const yesWords = ['y', 'yes', '1', 'c', 'có']
const noWords = ['n', 'no', '0', '2', 'k', 'không']
/** In these items yes is the answer of concern. */
const reversed = ['Q2', 'Q5', 'Q12']

/** 0-2 low, 3-7 moderate, 8-20 high; undefined unless all twenty are answered. */
export function scoreMchat(answers: SurveyAnswers): MchatScore | undefined {
  let score = 0
  for (const name of mchatCodes) {
    const answer = code(answers, name).toLowerCase()
    const isYes = yesWords.includes(answer)
    if (!isYes && !noWords.includes(answer)) return undefined
    score += Number(isYes === reversed.includes(name))
  }
  return { score, risk: score >= 8 ? 'high' : score >= 3 ? 'moderate' : 'low' }
}
