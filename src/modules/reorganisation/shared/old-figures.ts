import type { Extent, OldFigure } from './contract.ts'

export type UnitFigures = { id: string; name: string; figures: readonly OldFigure[] }

/** A link into the unit that is asked about, with the old unit's figures; none when nothing was kept of it. */
export type OldLink = {
  extent: Extent
  old: Omit<UnitFigures, 'figures'> & { figures: readonly OldFigure[] | undefined }
}

export type TodaysFigures =
  { ok: true; figures: OldFigure[] } | { ok: false; reason: 'not-whole' | 'wider'; part: string }

/**
 * Figures of old units shown on a unit of today: a sum, allowed only when every part came whole and nothing is
 * missing. A share cannot be divided by rule, so a unit of which only a part came makes the whole unanswerable.
 */
export function todaysFigures(links: readonly OldLink[]): TodaysFigures {
  const part = links.find(({ extent }) => extent !== 'whole')
  if (part) return { ok: false, reason: 'not-whole', part: part.old.name }
  const missing = links.find(({ old }) => old.figures === undefined)
  if (missing) return { ok: false, reason: 'wider', part: missing.old.name }
  return { ok: true, figures: sumOf(links.flatMap(({ old }) => old.figures ?? [])) }
}

/** Adds up by key, in the order of the keys. */
export function sumOf(figures: readonly OldFigure[]): OldFigure[] {
  const sums = new Map<string, OldFigure>()
  for (const { key, due, got } of figures) {
    const sum = sums.get(key) ?? { key, due: 0, got: 0 }
    sums.set(key, { key, due: sum.due + due, got: sum.got + got })
  }
  return [...sums.values()].sort((left, right) => (left.key < right.key ? -1 : 1))
}
