import { addDays, type Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { findArea, findAreaWithin } from '#modules/areas/server/public.ts'
import {
  type DecideIndicator,
  OwnIndicator,
  OwnState,
  type ProposeIndicator,
} from '../shared/contract-own.ts'
import type { IndicatorDefinition, IndicatorEdition } from '../shared/definition.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { type Computed, findDefinition, indicatorEdition } from './definitions.ts'
import { getPlace, toPlace } from './place.ts'
import type { At } from './queries-members.ts'
import {
  decideOwn,
  endVersion,
  findOwn,
  insertOwn,
  listOwn,
  listOwnOn,
  listVersions,
  type OwnRow,
} from './queries-own.ts'

/** An own indicator as every other definition is known. */
function toDefinition(own: OwnRow): Computed {
  const isCount = own.formula.kind === 'count'
  const both = { vi: own.nameVi, en: own.nameEn ?? own.nameVi }
  const common = { numerator: null, denominator: null, disaggregation: null, period: null, lead: null }
  return {
    ...common,
    code: own.code,
    name: both,
    unit: isCount ? { vi: 'trẻ', en: 'children' } : { vi: '%', en: '%' },
    source: { vi: own.basis, en: own.basis },
    targets: own.target === null ? [] : [own.target],
    targetTexts: { 2025: null, 2030: null },
    status: 'known',
    way: 'computed',
    formula: own.formula,
    note: {
      vi: `Chỉ số của địa phương, phiên bản ${own.version}.`,
      en: `An indicator of the place, version ${own.version}.`,
    },
  }
}

/** Own indicators of the place and the places above it, in force on the day. */
export async function listOwnInForce(db: Db, area: At, day: Day): Promise<Computed[]> {
  return (await listOwnOn(db, area, day)).map(toDefinition)
}

/** An indicator of the edition, or an own one in force on the day. */
export async function getDefinitionFor(
  db: Db,
  code: string,
  { area, day }: { area: At; day: Day },
): Promise<IndicatorDefinition> {
  const own = () => listOwnInForce(db, area, day)
  const found = findDefinition(code) ?? (await own()).find((one) => one.code === code)
  if (!found) throw indicatorsProblem('indicators.unknown-code')
  return found
}

/** The edition with the own indicators that the actor's place counts today. */
export async function listDefinitions({ actor, db, clock }: Reading): Promise<IndicatorEdition> {
  const edition = indicatorEdition()
  const own = await listOwnInForce(db, actor.area, clock.today())
  return { ...edition, definitions: [...edition.definitions, ...own] }
}

async function toReply(db: Db, { accountId }: Actor, own: OwnRow): Promise<OwnIndicator> {
  const area = await findArea(db, own.areaId)
  if (!area) throw indicatorsProblem('indicators.place-not-found')
  const { writtenById, ...rest } = own
  const state = OwnState.parse(own.state)
  return OwnIndicator.parse({ ...rest, state, area: toPlace(area), isMine: writtenById === accountId })
}

/** All versions that concern the actor's place, newest version first. */
export async function listOwnIndicators({ actor, db }: Reading): Promise<OwnIndicator[]> {
  const rows = await listOwn(db, actor.area)
  return Promise.all(rows.map((row) => toReply(db, actor, row)))
}

/** A new version belongs to the place that made the indicator, and waits for no other version of it. */
async function codeAndVersion(
  { tx }: Writing,
  { id, code, areaId }: ProposeIndicator,
): Promise<{ code: string; version: number }> {
  // UUIDv7 ends in 62 random bits: twelve digits of it name an indicator for good.
  if (code === undefined) return { code: `own:${id.slice(-12)}`, version: 1 }
  const [newest] = await listVersions(tx, code)
  if (!newest || newest.areaId !== areaId) throw indicatorsProblem('indicators.unknown-code')
  if (newest.state === 'proposed') throw indicatorsProblem('indicators.own-waits')
  return { code, version: newest.version + 1 }
}

/** Keeps an indicator, or a new version of one, until somebody else approves it. */
export async function proposeIndicator(context: Writing, asked: ProposeIndicator): Promise<OwnIndicator> {
  const { actor, tx, clock } = context
  const area = await getPlace({ actor, db: tx }, asked.areaId)
  const earlier = await findOwn(tx, asked.id)
  if (earlier) return toReply(tx, actor, earlier)
  if (asked.validTo !== null && asked.validTo < asked.validFrom)
    throw indicatorsProblem('indicators.own-days')
  const { code, version } = await codeAndVersion(context, asked)
  const writtenAt = clock.now().toISOString()
  const placed = { areaId: area.id, areaLft: area.lft, writtenBy: actor.accountId, writtenAt }
  await insertOwn(tx, { ...asked, ...placed, code, version })
  await audit(tx, actor, 'indicators.own-proposed', asked.id, { after: { code, version } })
  return getOwn(tx, actor, asked.id)
}

async function getOwn(db: Db, actor: Actor, id: string): Promise<OwnIndicator> {
  const own = await findOwn(db, id)
  if (!own) throw indicatorsProblem('indicators.own-not-found')
  return toReply(db, actor, own)
}

/** An earlier version in force makes room; one that begins on the same day or later stands in the way. */
async function endEarlier({ tx }: Writing, { id, code, validFrom }: OwnRow): Promise<void> {
  const others = (await listVersions(tx, code)).filter((one) => one.id !== id && one.state === 'approved')
  for (const other of others) {
    if (other.validTo !== null && other.validTo < validFrom) continue
    if (other.validFrom >= validFrom) throw indicatorsProblem('indicators.own-overlaps')
    await endVersion(tx, other.id, addDays(validFrom, -1))
  }
}

/** A unit below reads the definitions of the units above it and decides nothing about them. */
async function getOwnToDecide({ actor, tx }: Writing, id: string): Promise<OwnRow> {
  const own = await findOwn(tx, id)
  if (!own || !(await findAreaWithin(tx, actor.area, own.areaId)))
    throw indicatorsProblem('indicators.own-not-found')
  return own
}

/** The second step: another person than the writer approves, or returns it with a remark. */
export async function decideIndicator(
  context: Writing,
  id: string,
  { approve, remark }: DecideIndicator,
): Promise<OwnIndicator> {
  const { actor, tx, clock } = context
  const own = await getOwnToDecide(context, id)
  const state = approve ? 'approved' : 'returned'
  if (own.state === state) return toReply(tx, actor, own)
  if (own.writtenById === actor.accountId) throw indicatorsProblem('indicators.own-by-oneself')
  if (!approve && remark === null) throw indicatorsProblem('indicators.own-without-remark')
  if (approve) await endEarlier(context, own)
  const decision = { state, by: actor.accountId, at: clock.now().toISOString(), remark } as const
  if (!(await decideOwn(tx, id, decision))) throw indicatorsProblem('indicators.own-decided')
  const { code, version } = own
  await audit(tx, actor, `indicators.own-${state}`, id, { after: { code, version } })
  return getOwn(tx, actor, id)
}
