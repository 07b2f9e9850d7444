import { mediaTypeOf } from '#base/file-kinds.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { FileReply, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { AddDocument, AddRelation, LibraryPage } from '../shared/contract.ts'
import { libraryProblem } from '../shared/problems.ts'
import { type BasisState, citedAs, stateOn } from '../shared/rules.ts'
import {
  type Citable,
  findCited,
  findDocument,
  findFile,
  listRelations,
  saveDocument,
  saveFile,
  saveRelations,
} from './queries.ts'

/** A document of another place and one that does not exist look the same. */
export async function getDocument(db: Db, actor: Actor, id: string): Promise<LibraryPage> {
  const document = await findDocument(db, id, actor.area)
  if (!document) throw libraryProblem('library.not-found')
  const { areaLft: _areaLft, ...own } = document
  return { ...own, relations: await listRelations(db, id) }
}

async function getOwnDocument(tx: Tx, actor: Actor, id: string) {
  const document = await findDocument(tx, id, actor.area)
  if (!document?.isOwn) throw libraryProblem('library.not-found')
  return document
}

/** A document that the own unit adds; sent twice it is stored once. */
export async function addDocument({ actor, tx }: Writing, input: AddDocument): Promise<LibraryPage> {
  if (!(await findDocument(tx, input.id, actor.area))) {
    const key = citedAs(input.number, input.issuedOn?.slice(0, 4))
    const [same] = key === null ? [] : await findCited(tx, [key])
    if (same && input.number) throw libraryProblem('library.there-already', { number: input.number })
    const { id: areaId, lft: areaLft } = actor.area
    const place = { areaId, areaLft, citedAs: key, source: 'added' as const }
    await saveDocument(tx, { ...input, ...place, planId: null, by: actor.accountId })
    await audit(tx, actor, 'library.document-added', input.id, { after: { number: input.number } })
  }
  return getDocument(tx, actor, input.id)
}

export async function relate(
  { actor, tx }: Writing,
  id: string,
  { toId, kind }: AddRelation,
): Promise<LibraryPage> {
  const { areaLft } = await getOwnDocument(tx, actor, id)
  if (toId === id) throw libraryProblem('library.itself')
  if (!(await findDocument(tx, toId, actor.area))) throw libraryProblem('library.not-found')
  await saveRelations(tx, [{ fromId: id, toId, kind, areaLft }])
  await audit(tx, actor, 'library.related', id, { after: { toId, kind } })
  return getDocument(tx, actor, id)
}

export async function attachFile(
  { actor, tx }: Writing,
  id: string,
  file: { name: string; bytes: Uint8Array },
): Promise<LibraryPage> {
  const { areaLft } = await getOwnDocument(tx, actor, id)
  const mediaType = mediaTypeOf(file.name, file.bytes, ['pdf', 'docx', 'txt'])
  if (mediaType === undefined) throw libraryProblem('library.file-kind')
  await saveFile(tx, { documentId: id, areaLft, ...file, mediaType, by: actor.accountId })
  await audit(tx, actor, 'library.file-attached', id)
  return getDocument(tx, actor, id)
}

export async function getFile(db: Db, actor: Actor, id: string): Promise<FileReply> {
  await getDocument(db, actor, id)
  const file = await findFile(db, id)
  if (!file) throw libraryProblem('library.no-file')
  return file
}

type Basis = { number: string | null; date: string | null }
export type StandingBasis = { documentId: string | null; state: BasisState; endedOn: string | null }

/** Where the bases of a document stand on a day, in their order; unknown where the library does not have one. */
export async function standingOfBases(
  db: Db,
  bases: readonly Basis[],
  day: string,
): Promise<StandingBasis[]> {
  const keys = bases.map(keyOf)
  const found = await findCited(
    db,
    keys.filter((key) => key !== null),
  )
  return keys.map((key) => {
    const document = found.find((one) => one.citedAs === key)
    return {
      documentId: document?.id ?? null,
      state: stateOn(document, day),
      endedOn: document?.endedOn ?? null,
    }
  })
}

function keyOf({ number, date }: Basis): string | null {
  return citedAs(number, date?.slice(0, 4))
}

export type PlanToRegister = {
  id: string
  areaId: string
  number: string | null
  date: string | null
  issuer: string | null
  title: string
  bases: readonly Basis[]
}

/** A filed plan enters the library and is tied to the bases that the library has. */
export async function registerPlan(tx: Tx, actor: Actor, plan: PlanToRegister): Promise<void> {
  const { lft: areaLft } = await getArea(tx, plan.areaId)
  const { number, issuer, title, areaId } = plan
  const issuedOn = plan.date?.length === 10 ? plan.date : null
  await saveDocument(tx, {
    ...{ id: plan.id, kind: 'plan', number, issuer, title: title.slice(0, 1000), areaId, areaLft, issuedOn },
    ...{ inForceOn: null, endedOn: null, endedNote: null },
    ...{
      citedAs: citedAs(number, plan.date?.slice(0, 4)),
      source: 'plan',
      planId: plan.id,
      by: actor.accountId,
    },
  })
  const keys = plan.bases.map(keyOf).filter((key) => key !== null)
  const found: Citable[] = await findCited(tx, keys)
  const others = [...new Set(found.map(({ id }) => id))].filter((id) => id !== plan.id)
  await saveRelations(
    tx,
    others.map((toId) => ({ fromId: plan.id, toId, kind: 'basis', areaLft })),
  )
}
