import type { Day } from '#base/day.ts'
import { formatDay } from '#base/day.ts'
import type { BasisState } from '#modules/library/shared/rules.ts'
import type { Comparison } from './compare-plans.ts'
import type { PlanReading, PlanTarget, PlanTask, PlanWarning } from './contract.ts'
import { targetText } from './describe-reading.ts'
import { matchingKey } from './reading/matching-key.ts'
import { agencyWarnings } from './reading/warnings-on-people.ts'

export type BasisStanding = { state: BasisState; endedOn: string | null }

export type Composed = {
  reading: PlanReading
  /** What a reader finds in the document that this makes. */
  told: PlanReading
  comparison: Comparison | null
  /** Where each basis of the reading stands, in its order. */
  bases: readonly BasisStanding[]
  today: Day
}

function warning(code: string, message: string, section: string | null = null): PlanWarning {
  return { code, message, section }
}

/** What the office fills in after signing, or what a rule below says better. */
const notYet = new Set([
  ...['missing-number', 'missing-date', 'missing-day', 'missing-signer-name'],
  ...['agency-not-existing', 'deadline-before-date', 'no-targets', 'no-tasks'],
])

/** What whoever writes a plan should look at before it is signed (document-format, section 10; R137). */
export function composerWarnings(facts: Composed): PlanWarning[] {
  const { reading, told, comparison, today } = facts
  return [
    ...(comparison === null ? [] : againstAbove(comparison)),
    ...basesWarnings(reading.bases, facts.bases),
    ...emptyParts(reading),
    ...reading.targets.flatMap(targetWarnings),
    ...contradictions(reading, told),
    ...reading.tasks.flatMap(taskWarnings),
    ...agencyWarnings({ ...reading, date: today }),
    ...reading.deadlines.flatMap((deadline) => deadlineWarnings(deadline, today)),
    ...told.warnings.filter(({ code }) => !notYet.has(code)),
  ]
}

/** Bases that have ended, were replaced or do not yet apply; one that the library lacks is no fault. */
export function basesWarnings(
  bases: PlanReading['bases'],
  standing: readonly BasisStanding[],
): PlanWarning[] {
  return bases.flatMap(({ number, title }, index) => {
    const { state, endedOn } = standing[index] ?? { state: 'unknown' as const, endedOn: null }
    const name = number ?? title ?? ''
    const ended = endedOn === null ? '' : ` từ sau ngày ${formatDay(endedOn)}`
    if (state === 'replaced')
      return [warning('basis-replaced', `Căn cứ ${name} đã bị thay thế; hãy dẫn văn bản thay thế.`)]
    if (state === 'ended')
      return [warning('basis-ended', `Căn cứ ${name} đã hết hiệu lực${ended}; hãy kiểm tra lại căn cứ.`)]
    return state === 'not-yet' ? [warning('basis-not-yet', `Căn cứ ${name} chưa có hiệu lực.`)] : []
  })
}

function againstAbove({ targets, missingTasks }: Comparison): PlanWarning[] {
  const open = targets.flatMap(({ standing, measure, demanded, own }) => {
    if (standing === 'missing')
      return [warning('target-missing', `Thiếu chỉ tiêu cấp trên giao: ${measure} (${demanded}).`)]
    if (standing === 'weaker')
      return [
        warning(
          'target-weaker',
          `Chỉ tiêu thấp hơn cấp trên giao: ${measure}; cấp trên ${demanded}, ở đây ${own ?? ''}.`,
        ),
      ]
    return standing === 'incomparable'
      ? [
          warning(
            'target-incomparable',
            `Không so sánh được với cấp trên vì khác cách tính hoặc đơn vị tính: ${measure}.`,
          ),
        ]
      : []
  })
  return [
    ...open,
    ...missingTasks.map(({ title }) =>
      warning('task-missing', `Thiếu nhiệm vụ của kế hoạch cấp trên: ${title}.`),
    ),
  ]
}

function emptyParts({ title, objectives, targets, tasks, bases, assignments }: PlanReading): PlanWarning[] {
  return [
    ...((title ?? '').trim() === '' ? [warning('title-empty', 'Kế hoạch chưa có tên (trích yếu).')] : []),
    ...(bases.length === 0 ? [warning('bases-empty', 'Kế hoạch chưa dẫn căn cứ nào.')] : []),
    ...(objectives.general === null ? [warning('objective-empty', 'Kế hoạch chưa có mục tiêu chung.')] : []),
    ...(targets.length === 0 ? [warning('targets-empty', 'Kế hoạch chưa có chỉ tiêu nào.')] : []),
    ...(tasks.length === 0 ? [warning('tasks-empty', 'Kế hoạch chưa có nhiệm vụ nào.')] : []),
    ...(assignments.length === 0
      ? [warning('assignments-empty', 'Kế hoạch chưa phân công cơ quan nào tổ chức thực hiện.')]
      : []),
  ]
}

function targetWarnings({ measure, value, year, unit }: PlanTarget, index: number): PlanWarning[] {
  const named = measure.trim() === '' ? `thứ ${index + 1}` : `“${measure}”`
  return [
    ...(measure.trim() === ''
      ? [warning('target-open', `Chỉ tiêu ${named} chưa ghi nội dung cần đạt.`)]
      : []),
    ...(year === null ? [warning('target-without-year', `Chỉ tiêu ${named} chưa ghi năm phải đạt.`)] : []),
    ...(unit === '%' && value > 100 ? [warning('target-over-100', `Chỉ tiêu ${named} vượt quá 100%.`)] : []),
  ]
}

/** A sentence of a task that still says another number than the target. */
function contradictions({ targets }: PlanReading, told: PlanReading): PlanWarning[] {
  return told.targets.flatMap((one) => {
    const alike = targets.filter(
      ({ measure, year }) => matchingKey(measure) === matchingKey(one.measure) && year === one.year,
    )
    if (alike.length === 0 || alike.some(({ value }) => value === one.value)) return []
    const message = `Câu chữ trong văn bản ghi ${targetText(one)} nhưng chỉ tiêu là ${alike.map(targetText).join(', ')}: ${one.measure}.`
    return [warning('target-contradicted', message, one.section)]
  })
}

function taskWarnings({ title, lead, parts, solutions }: PlanTask, index: number): PlanWarning[] {
  const named = title.trim() === '' ? `thứ ${index + 1}` : `“${title}”`
  const isLed = lead.length > 0 || (parts.length > 0 && parts.every((part) => part.lead.length > 0))
  return [
    ...(title.trim() === '' ? [warning('task-open', `Nhiệm vụ ${named} chưa có tên.`)] : []),
    ...(isLed ? [] : [warning('task-without-lead', `Nhiệm vụ ${named} chưa có cơ quan chủ trì.`)]),
    ...(solutions.length === 0 && parts.length === 0
      ? [warning('task-without-content', `Nhiệm vụ ${named} chưa có nội dung thực hiện.`)]
      : []),
  ]
}

function deadlineWarnings({ text, date }: PlanReading['deadlines'][number], today: Day): PlanWarning[] {
  if (date === null || date >= today.slice(0, date.length)) return []
  const day = date.length === 10 ? formatDay(date) : date.split('-').reverse().join('/')
  return [warning('deadline-passed', `Thời hạn ${day} đã qua: ${text}.`)]
}
