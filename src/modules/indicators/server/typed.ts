import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { TypeFigure, TypedAsked, TypedFigure } from '../shared/contract-typed.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { laterPeriodFirst, whyNotTyped } from '../shared/typed-rules.ts'
import { getDefinition } from './definitions.ts'
import { getPlace } from './place.ts'
import {
  findStanding,
  findTyped,
  insertTyped,
  listStanding,
  listTypedOf,
  markReplaced,
} from './queries-typed.ts'

/** A correction must name the figure that stands now; a first figure must find none. */
async function makeRoom({ tx, clock }: Writing, figure: TypeFigure): Promise<TypedFigure | undefined> {
  const standing = await findStanding(tx, figure)
  if (figure.replaces === null) {
    if (standing) throw indicatorsProblem('indicators.typed-already')
    return undefined
  }
  if (standing?.id !== figure.replaces) throw indicatorsProblem('indicators.typed-changed')
  if (!(await markReplaced(tx, figure.replaces, clock.now().toISOString())))
    throw indicatorsProblem('indicators.typed-changed')
  return standing
}

/** Keeps a figure from a document, or corrects one. The same id again gets the first answer back. */
export async function typeFigure(context: Writing, figure: TypeFigure): Promise<TypedFigure> {
  const { actor, tx, clock } = context
  const area = await getPlace({ actor, db: tx }, figure.areaId)
  const earlier = await findTyped(tx, figure.id)
  if (earlier) return earlier
  const definition = getDefinition(figure.code)
  const refusal = whyNotTyped(figure, definition, clock.today())
  if (refusal) throw indicatorsProblem(refusal)
  const before = await makeRoom(context, figure)
  await insertTyped(tx, {
    ...figure,
    areaLft: area.lft,
    unit: definition.unit.vi,
    typedBy: actor.accountId,
    typedAt: clock.now().toISOString(),
  })
  const { code, period, value, areaId } = figure
  await audit(tx, actor, before ? 'indicators.figure-corrected' : 'indicators.figure-typed', figure.id, {
    ...(before ? { before: { value: before.value } } : {}),
    after: { areaId, code, period, value },
  })
  const kept = await findTyped(tx, figure.id)
  if (!kept) throw new Error('the figure just written is not there')
  return kept
}

/** The newest standing figure of each indicator, or everything typed for one. */
export async function listTyped(context: Reading, { areaId, code }: TypedAsked): Promise<TypedFigure[]> {
  const area = await getPlace(context, areaId)
  if (code !== undefined) return listTypedOf(context.db, area.id, code)
  const newestFirst = (await listStanding(context.db, area.id)).toSorted(laterPeriodFirst)
  const newest = new Map(newestFirst.toReversed().map((figure) => [figure.code, figure]))
  return [...newest.values()]
}
