import { addMonths, Day, formatDay } from '#base/day.ts'
import { lowerFirst, tidy } from '#base/text.ts'
import { bareName, nameInSentence } from '#modules/areas/shared/rules.ts'
import { bodiesAtCommune, othersAtCommune } from './body-at-commune.ts'
import type { LegalBasis, PlanDeadline, PlanReading, PlanTarget, PlanTask } from './contract.ts'
import type { DraftContent, PlanPeriod } from './drafting.ts'
import type { FiledPlan, FiledTarget, TargetLink } from './filing.ts'
import { proposeIndicator } from './propose-indicator.ts'
import { withoutTaskDays } from './propose-task-days.ts'
import { titleInSentence } from './reading/title-in-sentence.ts'

export type Place = { kind: string; name: string }
export type About = {
  area: Place
  /** The unit above, whom the plan is sent to. */
  above: Place | undefined
  period: PlanPeriod
}

const symbolOf = 'KH-UBND'

/** A plan with its heading, its recipients and its signature, and nothing in it (Nghị định 30/2020/NĐ-CP, Article 8). */
export function blankContent({ area, above, period }: About): DraftContent {
  const unit = nameInSentence(area.name)
  const reading: PlanReading = {
    ...{ kind: 'plan', number: null, symbol: symbolOf, date: null },
    ...{ place: bareName(area.name), issuer: `UBND ${unit}`, issuerArea: unit },
    title: `Kế hoạch chăm sóc vì sự phát triển toàn diện trẻ em trên địa bàn ${unit} ${periodWords(period)}`,
    period,
    bases: [],
    objectives: { general: null, specific: [] },
    ...{ targets: [], targetGroups: [], scope: null, tasks: [], assignments: [], deadlines: [] },
    ...{ reporting: [], funding: [] },
    recipients: recipientsOf(area, above),
    signature: { prefix: 'TM.', position: 'Chủ tịch', name: null },
    warnings: [],
  }
  return { reading, links: [], targetOrigins: [], taskOrigins: [] }
}

function recipientsOf(area: Place, above: Place | undefined): PlanReading['recipients'] {
  const reported = above ? [{ name: `UBND ${nameInSentence(above.name)}`, role: 'b/c' }] : []
  const isCommune = area.kind === 'commune'
  const party = isCommune ? 'Thường trực Đảng ủy, HĐND xã' : 'Thường trực Tỉnh ủy, HĐND tỉnh'
  return [
    ...reported,
    { name: isCommune ? 'Sở Y tế' : 'Bộ Y tế', role: 'b/c' },
    { name: party, role: 'b/c' },
    { name: isCommune ? 'Các cơ quan, đơn vị thuộc xã' : 'Các sở, ban, ngành tỉnh', role: null },
    { name: `Lưu: VT, ${isCommune ? 'VHXH' : 'KGVX'}`, role: 'lưu' },
  ]
}

/** What the plan above asks of this unit: its targets of the period, its tasks, its groups; to be made one's own. */
export function contentFromParent(
  parent: FiledPlan,
  about: About & { shares: ReadonlyMap<string, number> },
): DraftContent {
  const blank = blankContent(about)
  const targets = targetsOfPeriod(parent.targets, about.period)
  const tasks = tasksOf(parent, about.area.kind === 'commune')
  const { reading } = parent
  return {
    reading: {
      ...blank.reading,
      title: titleFrom(parent.title, about),
      bases: [basisOf(parent), ...reading.bases],
      objectives: { general: reading.objectives.general, specific: [] },
      targets: targets.map((target) => plainTarget(target, about.shares.get(target.id))),
      targetGroups: reading.targetGroups,
      tasks: tasks.map(({ task }) => task),
      assignments: assignmentsOf(tasks.map(({ task }) => task)),
      funding: reading.funding,
      deadlines: [],
    },
    links: targets.map(linkOf),
    targetOrigins: targets.map(({ id }) => id),
    taskOrigins: tasks.map(({ id }) => id),
  }
}

/** The unit's own plan of an earlier period, its years moved on; number, day and signer stay open. */
export function contentFromEarlier(
  earlier: FiledPlan,
  about: About,
  origins: Pick<DraftContent, 'targetOrigins' | 'taskOrigins'>,
): DraftContent {
  const blank = blankContent(about)
  const years = about.period.to - (earlier.periodTo ?? about.period.to)
  const { reading } = earlier
  return {
    reading: {
      ...reading,
      ...{ kind: 'plan', number: null, date: null, warnings: [], period: about.period },
      ...{ symbol: reading.symbol ?? symbolOf, issuer: blank.reading.issuer, place: blank.reading.place },
      issuerArea: blank.reading.issuerArea,
      title: moveYears(earlier.title, years),
      recipients: reading.recipients.length > 0 ? reading.recipients : blank.reading.recipients,
      signature: { ...(reading.signature ?? { prefix: 'TM.', position: 'Chủ tịch' }), name: null },
      targets: earlier.targets.map((target) => moveTarget(plainTarget(target, undefined), years)),
      tasks: withoutTaskDays(reading.tasks),
      deadlines: reading.deadlines.map((deadline) => moveDeadline(deadline, years)),
    },
    links: earlier.targets.map(linkOf),
    targetOrigins: fitted(origins.targetOrigins, earlier.targets.length),
    taskOrigins: fitted(origins.taskOrigins, reading.tasks.length),
  }
}

function fitted<One>(origins: readonly (One | null)[], length: number): (One | null)[] {
  return Array.from({ length }, (_, index) => origins[index] ?? null)
}

/** Filled from a template of the reference data: `{area}` and `{period}` are put in, targets fall due at the end. */
export function contentFromTemplate(
  template: Pick<
    PlanReading,
    'bases' | 'objectives' | 'targets' | 'targetGroups' | 'tasks' | 'deadlines' | 'funding'
  > & {
    title: string
  },
  about: About,
): DraftContent {
  const blank = blankContent(about)
  const targets = template.targets.map((target) => ({ ...target, year: target.year ?? about.period.to }))
  const title = template.title
    .replace('{area}', nameInSentence(about.area.name))
    .replace('{period}', periodWords(about.period))
  return {
    reading: {
      ...blank.reading,
      ...template,
      title,
      targets,
      assignments: assignmentsOf(template.tasks),
    },
    links: targets.map(proposedLink),
    targetOrigins: targets.map(() => null),
    taskOrigins: template.tasks.map(() => null),
  }
}

/** Those that fall due within the period; of a measure that has none, the next that falls due after it. */
function targetsOfPeriod(targets: readonly FiledTarget[], { from, to }: PlanPeriod): FiledTarget[] {
  const open = targets.filter(({ year }) => year === null || year >= from)
  const within = open.filter(({ year }) => year === null || year <= to)
  const later = open
    .filter((target) => !within.includes(target) && !within.some(({ measure }) => measure === target.measure))
    .toSorted((one, other) => (one.year ?? 0) - (other.year ?? 0))
  const next = later.filter(
    (target, index) => later.findIndex(({ measure }) => measure === target.measure) === index,
  )
  return open.filter((target) => within.includes(target) || next.includes(target))
}

function plainTarget(target: FiledTarget, share: number | undefined): PlanTarget {
  const { text, measure, comparator, unit, year, denominator } = target
  const value = share ?? target.value
  const rest = share === undefined ? target : { valueTo: null, numerator: null }
  return {
    text,
    measure,
    comparator,
    value,
    valueTo: rest.valueTo,
    unit,
    year,
    numerator: rest.numerator,
    denominator,
    section: null,
  }
}

function linkOf({ way, indicatorCode }: FiledTarget): TargetLink {
  return way === 'indicator' && indicatorCode !== null
    ? { way, indicatorCode }
    : { way: way === 'open' ? 'open' : 'by-hand', indicatorCode: null }
}

function proposedLink(target: PlanTarget): TargetLink {
  const indicatorCode = proposeIndicator(target)
  return indicatorCode ? { way: 'indicator', indicatorCode } : { way: 'by-hand', indicatorCode: null }
}

/** The tasks as they were filed, each with its parts; in a commune with the bodies of a commune. */
function tasksOf(parent: FiledPlan, isCommune: boolean): { id: string; task: PlanTask }[] {
  const bodies = ({ lead, coordinating }: { lead: string[]; coordinating: string[] }) => {
    if (!isCommune) return { lead, coordinating }
    const own = bodiesAtCommune(lead)
    return { lead: own, coordinating: othersAtCommune(coordinating, own) }
  }
  return parent.tasks
    .filter(({ parentId }) => parentId === null)
    .map((task, index) => ({
      id: task.id,
      task: {
        number: String(index + 1),
        title: task.title,
        purpose: task.purpose,
        solutions: task.solutions,
        ...bodies(task),
        parts: parent.tasks
          .filter(({ parentId }) => parentId === task.id)
          .map((part) => ({
            letter: part.label,
            title: part.title,
            solutions: part.solutions,
            ...bodies(part),
          })),
      },
    }))
}

/** Who leads is answerable: one duty for each body, with the tasks it leads. */
function assignmentsOf(tasks: readonly PlanTask[]): PlanReading['assignments'] {
  const roles = tasks.flatMap(({ lead, parts }, index) =>
    [...lead, ...parts.flatMap((part) => part.lead)].map((name) => ({ name, label: String(index + 1) })),
  )
  const names = [...new Set(roles.map(({ name }) => name))]
  return names.map((unit) => {
    const labels = [...new Set(roles.filter(({ name }) => name === unit).map(({ label }) => label))]
    return {
      unit,
      duties: [
        `chủ trì thực hiện ${labels.length === 1 ? 'nhiệm vụ' : 'các nhiệm vụ'} ${labels.join(', ')} của Kế hoạch này; theo dõi, tổng hợp kết quả theo nhiệm vụ được giao.`,
      ],
    }
  })
}

/** The plan above, cited as Nghị định 30/2020/NĐ-CP wants: kind, number, day and body. */
function basisOf({ number, symbol, date, issuer, title }: FiledPlan): LegalBasis {
  return {
    number: number === null ? null : [number, ...(symbol === null ? [] : [symbol])].join('/'),
    date: date !== null && date.length === 10 ? date : null,
    issuer,
    title: tidy(titleInSentence(title, null).replace(/^kế hoạch\s+/iu, '')),
  }
}

function titleFrom(parentTitle: string, { area, period }: About): string {
  const core = titleInSentence(parentTitle, null)
    .replace(/\s*,?\s*trên địa bàn .*$/iu, '')
    .replace(/\s*,?\s*(?:năm \d{4}|giai đoạn \d{4}\s*[-–]\s*\d{4})\s*$/iu, '')
    .replace(/^kế hoạch\s+/iu, '')
  return tidy(`Kế hoạch ${lowerFirst(core)} trên địa bàn ${nameInSentence(area.name)} ${periodWords(period)}`)
}

/** As titles of plans say it: "năm 2026", "giai đoạn 2026-2030". */
export function periodWords({ from, to }: PlanPeriod): string {
  return from === to ? `năm ${to}` : `giai đoạn ${from}-${to}`
}

function moveTarget(target: PlanTarget, years: number): PlanTarget {
  return {
    ...target,
    year: target.year === null ? null : target.year + years,
    text: moveYears(target.text, years),
  }
}

function moveDeadline(deadline: PlanDeadline, years: number): PlanDeadline {
  const day = Day.safeParse(deadline.date).data
  if (day === undefined) return deadline
  const moved = addMonths(day, years * 12)
  return { ...deadline, date: moved, text: deadline.text.replaceAll(formatDay(day), formatDay(moved)) }
}

/** "năm 2025" becomes "năm 2026"; the years of documents ("năm 2018 của ...", "08/01/2019") stay. */
function moveYears(text: string, years: number): string {
  const moved = text.replace(
    /((?:năm|giai đoạn) )((?:19|20)\d{2})(?! của)/giu,
    (_, word: string, year: string) => `${word}${Number(year) + years}`,
  )
  return moved.replace(
    /(giai đoạn \d{4}\s*[-–]\s*)((?:19|20)\d{2})/giu,
    (_, word: string, year: string) => `${word}${Number(year) + years}`,
  )
}
