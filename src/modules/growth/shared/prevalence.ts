import type { Score } from './score-2006.ts'
import { daysInMonth, type Sex } from './standard.ts'
import { type Design, type Estimate, estimateMean, estimateShare, surveyDesign } from './survey-design.ts'
import { outputColumns, type Reference, type SurveyRow } from './survey-row.ts'

/** A scored child of a survey. Weight and cluster null: the survey gave none for this row. */
export type SurveyChild = {
  row: SurveyRow
  scores: readonly (Score | null)[]
  weight: number | null
  cluster: string | null
  stratum: string | null
}

export type Layout = { weights: boolean; clusters: boolean; strata: boolean }

/** Shares are parts of 1. `count` children with a value, `weighted` their weights together. */
export type PrevalenceLine = {
  group: string
  index: string
  count: number
  weighted: number
  below3: Estimate | undefined
  below2: Estimate | undefined
  above1: Estimate | undefined
  above2: Estimate | undefined
  above3: Estimate | undefined
  mean: (Estimate & { sd: number | null }) | undefined
}

type Group = { name: string; has: (child: SurveyChild) => boolean }

const ages2006 = [
  { name: '00-05 mo', from: 0, to: 6 },
  { name: '06-11 mo', from: 6, to: 12 },
  { name: '12-23 mo', from: 12, to: 24 },
  { name: '24-35 mo', from: 24, to: 36 },
  { name: '36-47 mo', from: 36, to: 48 },
  { name: '48-59 mo', from: 48, to: 60 },
]
/** Five to eighteen completed years; the reference ends with month 228. */
const ages2007 = Array.from({ length: 14 }, (_, place) => ({
  name: `${String(place + 5).padStart(2, '0')} y`,
  from: (place + 5) * 12,
  to: place === 13 ? 228.000001 : (place + 6) * 12,
}))

function groupsOf(reference: Reference): Group[] {
  const months = ({ row }: SurveyChild): number =>
    !row.age ? Number.NaN : reference === 'who2006' ? row.age.days / daysInMonth : row.age.months
  const ages = (reference === 'who2006' ? ages2006 : ages2007).map(({ name, from, to }): Group => {
    return { name, has: (child) => months(child) >= from && months(child) < to }
  })
  const ofSex = (name: string, sex: Sex): Group => ({ name, has: ({ row }) => row.sex === sex })
  const sexes = [ofSex('Male', 'male'), ofSex('Female', 'female')]
  const both = sexes.flatMap((sex) =>
    ages.map((age): Group => {
      return { name: `${age.name}.${sex.name}`, has: (child) => sex.has(child) && age.has(child) }
    }),
  )
  return [{ name: 'All', has: () => true }, ...ages, ...sexes, ...both]
}

/** The indices of the survey table, by their place among the scores; oedema counts in those that use weight. */
const tables = {
  who2006: [
    { place: 0, ofWeight: false },
    { place: 1, ofWeight: true },
    { place: 2, ofWeight: true },
    { place: 3, ofWeight: true },
  ],
  who2007: [
    { place: 0, ofWeight: false },
    { place: 1, ofWeight: true },
    { place: 2, ofWeight: true },
  ],
} as const

const lastDay2006 = 1826

/** Children older than the standard, and rows without their cluster or stratum, are no part of the sample. */
function isInSample(child: SurveyChild, reference: Reference, layout: Layout): boolean {
  if (layout.clusters && child.cluster === null) return false
  if (layout.strata && child.stratum === null) return false
  const { age } = child.row
  if (reference === 'who2006') return !age || age.days <= lastDay2006
  return !age || (age.months >= 60 && age.months <= 228)
}

/** Without clusters each child is a unit of its own; the same cluster name in two strata is two clusters. */
function designOf(children: readonly SurveyChild[], layout: Layout): Design {
  const numbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  return surveyDesign(
    children.map(({ weight, cluster, stratum }, place) => ({
      weight: layout.weights ? (weight ?? 0) : 1,
      stratum: layout.strata ? numberOf(`stratum ${stratum}`) : 0,
      cluster: layout.clusters ? numberOf(JSON.stringify([layout.strata ? stratum : '', cluster])) : place,
    })),
  )
}

/** What a child with oedema counts as in the weight-based indices: below -3, in no mean. */
const oedemaZ = -3.1

/** Weight-for-age of 2007 ends with 120 completed months: an older child with oedema is no part of it. */
function isBeyond(reference: Reference, place: number, { age }: SurveyRow): boolean {
  return reference === 'who2007' && place === 1 && age !== null && age.months >= 121
}

type Column = { index: string; z: (number | null)[]; counted: (number | null)[] }

function columnsOf(children: readonly SurveyChild[], reference: Reference): Column[] {
  return tables[reference].map(({ place, ofWeight }) => {
    const z = children.map(({ scores }) => {
      const score = scores[place]
      return score && !score.flag ? score.z : null
    })
    const counted = z.map((value, at) => {
      const row = children[at]?.row
      return ofWeight && row?.measured.oedema && !isBeyond(reference, place, row) ? oedemaZ : value
    })
    return { index: outputColumns[reference][place]?.z ?? '', z, counted }
  })
}

function lineOf(design: Design, group: string, members: readonly boolean[], column: Column): PrevalenceLine {
  const within = (values: readonly (number | null)[]) =>
    values.map((value, at) => (members[at] ? value : null))
  const counted = within(column.counted)
  const share = (is: (z: number) => boolean) =>
    estimateShare(
      design,
      counted.map((z) => (z === null ? null : Number(is(z)))),
    )
  return {
    group,
    index: column.index,
    count: counted.filter((z) => z !== null).length,
    weighted: counted.reduce<number>(
      (sum, z, at) => (z === null ? sum : sum + (design.units[at]?.weight ?? 0)),
      0,
    ),
    below3: share((z) => z < -3),
    below2: share((z) => z < -2),
    above1: share((z) => z > 1),
    above2: share((z) => z > 2),
    above3: share((z) => z > 3),
    mean: estimateMean(design, within(column.z)),
  }
}

/**
 * The table of a nutrition survey as WHO recommends it: flagged values left out, oedema below -3 in the weight-based
 * indices, design-based 95 % intervals (Taylor linearisation), for all, by age group, by sex, and by both.
 */
export function prevalence(
  all: readonly SurveyChild[],
  reference: Reference,
  layout: Layout,
): { lines: PrevalenceLine[]; leftOut: number } {
  const children = all.filter((child) => isInSample(child, reference, layout))
  const design = designOf(children, layout)
  const columns = columnsOf(children, reference)
  const lines = groupsOf(reference).flatMap((group) => {
    const members = children.map(group.has)
    return columns.map((column) => lineOf(design, group.name, members, column))
  })
  return { lines, leftOut: all.length - children.length }
}
