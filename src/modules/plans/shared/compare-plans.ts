import { z } from 'zod'
import { Id } from '#base/id.ts'
import { words } from '#base/text.ts'
import type { PlanTarget } from './contract.ts'
import { targetText } from './describe-reading.ts'

export const TargetStanding = z.enum(['equal', 'stricter', 'weaker', 'missing', 'incomparable'])
export type TargetStanding = z.infer<typeof TargetStanding>

export const ComparedTarget = z.object({
  targetId: Id,
  measure: z.string(),
  /** `≥ 90% · 2025`: what the plan above asks, or the share that it allots to this unit. */
  demanded: z.string(),
  isShare: z.boolean(),
  own: z.string().nullable(),
  standing: TargetStanding,
})
export type ComparedTarget = z.infer<typeof ComparedTarget>

export const Comparison = z.object({
  targets: z.array(ComparedTarget),
  /** Tasks of the plan above that this plan does not carry on. */
  missingTasks: z.array(z.object({ taskId: Id, title: z.string() })),
})
export type Comparison = z.infer<typeof Comparison>

type Aim = Pick<PlanTarget, 'measure' | 'comparator' | 'value' | 'valueTo' | 'unit' | 'year' | 'denominator'>
export type Above = {
  targets: readonly (Aim & { id: string })[]
  tasks: readonly { id: string; title: string; parentId: string | null }[]
  /** What the plan above allots to this unit, by target. */
  shares: ReadonlyMap<string, number>
}
export type Own = {
  targets: readonly (Aim & { originId: string | null })[]
  tasks: readonly { title: string; originId: string | null }[]
  period: { from: number; to: number } | null
}

/**
 * Where a plan stands against the one above: it may be stricter; weaker and missing things are named (R112, R113). Asked
 * for is what falls due within the plan's period; what was taken over beyond that is compared too.
 */
export function comparePlans(above: Above, own: Own): Comparison {
  const isTakenOver = (id: string) => own.targets.some(({ originId }) => originId === id)
  return {
    targets: above.targets
      .filter(({ id, year }) => isOfPeriod(year, own.period) || isTakenOver(id))
      .map((target) => compareTarget(target, above.shares.get(target.id), own)),
    missingTasks: above.tasks
      .filter(({ parentId }) => parentId === null)
      .filter(({ id, title }) => !own.tasks.some((task) => task.originId === id || isLike(task.title, title)))
      .map(({ id, title }) => ({ taskId: id, title })),
  }
}

/** What falls due before the period is past, what falls due after it is for a later plan. */
function isOfPeriod(year: number | null, period: Own['period']): boolean {
  return year === null || period === null || (year >= period.from && year <= period.to)
}

function compareTarget(
  target: Above['targets'][number],
  share: number | undefined,
  own: Own,
): ComparedTarget {
  const demanded = share === undefined ? target : { ...target, value: share, valueTo: null }
  const found = findOwn(target, own.targets)
  return {
    targetId: target.id,
    measure: target.measure,
    demanded: aimText(demanded),
    isShare: share !== undefined,
    own: found ? aimText(found) : null,
    standing: found ? standingOf(demanded, found) : 'missing',
  }
}

function aimText(aim: Aim): string {
  return [targetText(aim), ...(aim.year === null ? [] : [String(aim.year)])].join(' · ')
}

/** The target made from it; else one with nearly the same words, of the same year if there is one. */
function findOwn(target: Above['targets'][number], own: Own['targets']): Own['targets'][number] | undefined {
  const alike = own.filter(({ originId, measure }) => originId === null && isLike(measure, target.measure))
  return (
    own.find(({ originId }) => originId === target.id) ??
    alike.find(({ year }) => year === target.year) ??
    alike[0]
  )
}

/** Six in ten of the words of both in common. */
function isLike(one: string, other: string): boolean {
  const [left, right] = [new Set(words(one)), new Set(words(other))]
  const common = [...left].filter((word) => right.has(word)).length
  const all = left.size + right.size - common
  return all > 0 && common / all >= 0.6
}

/** Harm is to fall, the help given after it is to rise: "100% trẻ bị xâm hại được hỗ trợ". */
const harm = /suy dinh duong|tu vong|tai nan|duoi nuoc|xam hai|bao luc|tao hon|lao dong trai|bo hoc|mac benh/

/** Whether a target is the better the lower it is, by its comparator or, of "bằng", by what it measures. */
export function wantsLess({ comparator, measure }: Aim): boolean {
  if (comparator === 'le' || comparator === 'lt') return true
  const key = words(measure).join(' ')
  return comparator === 'eq' && harm.test(key) && !/(?:^| )duoc /.test(key)
}

function isChange({ comparator }: Aim): boolean {
  return comparator === 'reduce' || comparator === 'increase'
}

/**
 * Where the own target stands against the one demanded above; `incomparable` where the two are counted in different
 * ways.
 */
export function standingOf(demanded: Aim, own: Aim): TargetStanding {
  if (!isComparable(demanded, own)) return 'incomparable'
  const gain = wantsLess(demanded) ? demanded.value - own.value : own.value - demanded.value
  if (gain < 0 || isLater(demanded, own)) return 'weaker'
  return gain > 0 ? 'stricter' : 'equal'
}

/** Counted the same way: the same unit and whole, the same direction, a change beside a change. */
function isComparable(demanded: Aim, own: Aim): boolean {
  if ((demanded.unit ?? '') !== (own.unit ?? '') || demanded.denominator !== own.denominator) return false
  return isChange(demanded) || isChange(own)
    ? demanded.comparator === own.comparator
    : wantsLess(demanded) === wantsLess(own)
}

/** The same number reached in a later year, or in no year that the plan names. */
function isLater(demanded: Aim, own: Aim): boolean {
  return demanded.year !== null && (own.year === null || own.year > demanded.year)
}
