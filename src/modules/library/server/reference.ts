import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { vietnamDay } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import { AddDocument, RelationKind } from '../shared/contract.ts'
import { citedAs } from '../shared/rules.ts'
import { saveDocument, saveRelations } from './queries.ts'

const version = '2026-11'

const Reference = z.object({
  documents: z.array(AddDocument.omit({ id: true }).extend({ id: z.string() })),
  relations: z.array(z.object({ from: z.string(), to: z.string(), kind: RelationKind })),
})

/** The same document has the same id in every installation, whenever it is loaded. */
export function referenceId(key: string): string {
  const hex = createHash('sha256').update(`uommam/library/${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Brings the nation's documents up to date; what units added stays as it is. */
export async function loadLibrary(tx: Tx): Promise<void> {
  const file = new URL(`../../../../db/reference/library/${version}.json`, import.meta.url)
  const { documents, relations } = Reference.parse(JSON.parse(await readFile(file, 'utf8')))
  const nation = await findAreaByCode(tx, 'VN', vietnamDay(new Date()))
  if (!nation) throw new Error('the nation is not among the areas')
  const place = { areaId: nation.id, areaLft: nation.lft }
  for (const document of documents) {
    const year = (document.issuedOn ?? document.inForceOn)?.slice(0, 4)
    const key = { citedAs: citedAs(document.number, year), id: referenceId(document.id) }
    await saveDocument(tx, { ...document, ...key, ...place, source: 'reference', planId: null, by: null })
  }
  await saveRelations(
    tx,
    relations.map(({ from, to, kind }) => ({
      ...{ fromId: referenceId(from), toId: referenceId(to), kind, areaLft: nation.lft },
    })),
  )
}
