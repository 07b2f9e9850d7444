import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '#platform/db/types.ts'
import { type Formula, type IndicatorDefinition, IndicatorEdition } from '../shared/definition.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { findEdition, insertEdition, replaceDefinitions } from './queries-definitions.ts'

/** Editions are files named by month; the newest is in force. */
const folder = join(import.meta.dirname, '../../../../db/reference/indicators')

type Loaded = {
  edition: IndicatorEdition
  checksum: string
  byCode: ReadonlyMap<string, IndicatorDefinition>
}
let loaded: Loaded | undefined

function load(): Loaded {
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  if (!newest) throw new Error('no indicators among the reference data')
  const text = readFileSync(join(folder, newest), 'utf8')
  const edition = IndicatorEdition.parse(JSON.parse(text))
  return {
    edition,
    checksum: createHash('sha256').update(text).digest('hex'),
    byCode: new Map(edition.definitions.map((definition) => [definition.code, definition])),
  }
}

/** The definitions in force, read once. */
export function indicatorEdition(): IndicatorEdition {
  loaded ??= load()
  return loaded.edition
}

/** Of the edition in force; indicators that units made are found by `getDefinitionFor`. */
export function findDefinition(code: string): IndicatorDefinition | undefined {
  loaded ??= load()
  return loaded.byCode.get(code)
}

/** `indicators.unknown-code` for a code that the edition in force does not have. */
export function getDefinition(code: string): IndicatorDefinition {
  const definition = findDefinition(code)
  if (!definition) throw indicatorsProblem('indicators.unknown-code')
  return definition
}

/** Codes of the services of which one is enough for an indicator's numerator; empty where it is none of services. */
export function reachedItems(code: string): string[] {
  const formula = findDefinition(code)?.formula
  if (formula?.kind !== 'share') return []
  return formula.reached.flat().flatMap((fact) => (fact.fact === 'service' ? fact.items : []))
}

export type Computed = IndicatorDefinition & { formula: Formula }

/** Has a formula; the others are typed by hand or defined by no text. */
export function isComputed(definition: IndicatorDefinition): definition is Computed {
  return definition.formula !== null
}

/** Writes the definitions into their table; run at every start, changes nothing when they are there. */
export async function loadIndicatorDefinitions(tx: Tx): Promise<void> {
  loaded ??= load()
  const { edition, checksum } = loaded
  const stored = await findEdition(tx, edition.version)
  if (stored === checksum) return
  await insertEdition(tx, edition, checksum)
  await replaceDefinitions(tx, edition)
}
