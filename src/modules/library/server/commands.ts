import { mediaTypeOf } from '#base/file-kinds.ts'
import { newId } from '#base/id.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import type { FileReply, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { AddDocument, type AddRelation, type CorrectDocument, type LibraryPage } from '../shared/contract.ts'
import { libraryProblem } from '../shared/problems.ts'
import { citedAs, endsInOrder, isSameDocument } from '../shared/rules.ts'
import {
  type Candidate,
  insertChange,
  listAlike,
  listChanges,
  updateDocument,
} from './queries-corrections.ts'
import { findFile, listFiles, saveFile } from './queries-files.ts'
import {
  deleteRelation,
  findDocument,
  type FoundDocument,
  listRelations,
  saveDocument,
  saveRelations,
} from './queries.ts'

/** A document of another place and one that does not exist look the same. */
export async function getDocument(db: Db, actor: Actor, id: string): Promise<LibraryPage> {
  const document = await findDocument(db, id, actor.area)
  if (!document) throw libraryProblem('library.not-found')
  const { areaLft: _areaLft, ...own } = document
  return {
    ...own,
    relations: await listRelations(db, id),
    files: await listFiles(db, id),
    history: await listChanges(db, id),
  }
}

async function getOwnDocument(tx: Tx, actor: Actor, id: string): Promise<FoundDocument> {
  const document = await findDocument(tx, id, actor.area)
  if (!document?.isOwn) throw libraryProblem('library.not-found')
  return document
}

type Described = Omit<CorrectDocument, 'version'>

/** The document that the place sees already under another id; a refusal says which kind of likeness it is. */
async function refuseSame(tx: Tx, { id, ...one }: Described & { id: string }, place: Range): Promise<void> {
  const same = await findSame(tx, one, place)
  if (!same || same.id === id) return
  throw one.number === null
    ? libraryProblem('library.title-there-already')
    : libraryProblem('library.there-already', { number: one.number })
}

/** The same document by number, year and body, or by title where it has no number (`isSameDocument`). */
export async function findSame(tx: Tx, one: Described, place: Range): Promise<Candidate | undefined> {
  const key = keyOfDocument(one)
  const alike = await listAlike(tx, { citedAs: key, issuedOn: one.issuedOn }, place)
  return alike.find((other) => isSameDocument({ ...one, citedAs: key }, other))
}

function keyOfDocument({ number, issuedOn }: Pick<Described, 'number' | 'issuedOn'>): string | null {
  return citedAs(number, issuedOn?.slice(0, 4))
}

/** A document that the own unit adds; sent twice it is stored once. */
export async function addDocument({ actor, tx }: Writing, input: AddDocument): Promise<LibraryPage> {
  if (!(await findDocument(tx, input.id, actor.area))) {
    if (!endsInOrder(input)) throw libraryProblem('library.days-in-order')
    await refuseSame(tx, input, actor.area)
    const { id: areaId, lft: areaLft } = actor.area
    const place = { areaId, areaLft, citedAs: keyOfDocument(input), source: 'added' as const }
    await saveDocument(tx, { ...input, ...place, planId: null, by: actor.accountId })
    await audit(tx, actor, 'library.document-added', input.id, { after: { number: input.number } })
  }
  return getDocument(tx, actor, input.id)
}

const fields = AddDocument.omit({ id: true }).keyof().options

/**
 * Puts number, days, issuer and words right; what stood before stays in the history. The common list is corrected with
 * the product, the heading of a filed plan with the plan.
 */
export async function correctDocument(
  { actor, tx }: Writing,
  id: string,
  { version, ...input }: CorrectDocument,
): Promise<LibraryPage> {
  const before = await getOwnDocument(tx, actor, id)
  if (before.source === 'reference') throw libraryProblem('library.of-reference')
  if (before.source === 'plan') throw libraryProblem('library.of-plan')
  const changed = fields.filter((name) => before[name] !== input[name])
  if (changed.length === 0) return getDocument(tx, actor, id)
  if (!endsInOrder(input)) throw libraryProblem('library.days-in-order')
  await refuseSame(tx, { id, ...input }, await getArea(tx, before.areaId))
  const { areaLft } = before
  const next = { ...input, id, areaLft, citedAs: keyOfDocument(input) }
  if (!(await updateDocument(tx, next, version))) throw libraryProblem('library.changed-meanwhile')
  const picked = (from: Described) => Object.fromEntries(changed.map((name) => [name, from[name]]))
  await insertChange(tx, {
    ...{ documentId: id, id: newId(), areaLft, kind: 'corrected', by: actor.accountId },
    ...{ before: picked(before), after: picked(input) },
  })
  await audit(tx, actor, 'library.document-corrected', id, {
    before: { number: before.number },
    after: { number: input.number },
  })
  return getDocument(tx, actor, id)
}

/** Said twice it is said once; the change stands in the history of the document. */
export async function relate(
  { actor, tx }: Writing,
  id: string,
  { toId, kind }: AddRelation,
): Promise<LibraryPage> {
  const { areaLft, ...page } = await getOwnDocument(tx, actor, id)
  if (toId === id) throw libraryProblem('library.itself')
  const other = await findDocument(tx, toId, actor.area)
  if (!other) throw libraryProblem('library.not-found')
  const relations = await listRelations(tx, page.id)
  if (!relations.some((one) => one.direction === 'to' && one.kind === kind && one.other.id === toId)) {
    await saveRelations(tx, [{ fromId: id, toId, kind, areaLft }])
    const after = { [kind]: nameOf(other) }
    const change = { documentId: id, id: newId(), areaLft, by: actor.accountId }
    await insertChange(tx, { ...change, kind: 'related', before: {}, after })
    await audit(tx, actor, 'library.related', id, { after: { toId, kind } })
  }
  return getDocument(tx, actor, id)
}

function nameOf({ number, title }: { number: string | null; title: string }): string {
  return number ?? title
}

/** Takes back what was said of two documents; done twice it is done once. */
export async function unrelate(
  { actor, tx }: Writing,
  id: string,
  { toId, kind }: AddRelation,
): Promise<LibraryPage> {
  const { areaLft } = await getOwnDocument(tx, actor, id)
  const other = await findDocument(tx, toId, actor.area)
  if (await deleteRelation(tx, { fromId: id, toId, kind })) {
    const before = { [kind]: other ? nameOf(other) : null }
    const change = { documentId: id, id: newId(), areaLft, by: actor.accountId }
    await insertChange(tx, { ...change, kind: 'unrelated', before, after: {} })
    await audit(tx, actor, 'library.unrelated', id, { before: { toId, kind } })
  }
  return getDocument(tx, actor, id)
}

/** The file becomes the present one; the one before can still be opened. The same bytes sent again change nothing. */
export async function attachFile(
  { actor, tx }: Writing,
  id: string,
  file: { name: string; bytes: Uint8Array },
): Promise<LibraryPage> {
  const { areaLft } = await getOwnDocument(tx, actor, id)
  const mediaType = mediaTypeOf(file.name, file.bytes, ['pdf', 'docx', 'txt'])
  if (mediaType === undefined) throw libraryProblem('library.file-kind')
  const before = await findFile(tx, id)
  if (before && Buffer.compare(before.bytes, file.bytes) === 0) return getDocument(tx, actor, id)
  const name = file.name.slice(-200)
  await saveFile(tx, { ...file, name, id: newId(), documentId: id, areaLft, mediaType, by: actor.accountId })
  if (before) {
    const change = { documentId: id, id: newId(), areaLft, kind: 'file' as const, by: actor.accountId }
    await insertChange(tx, { ...change, before: { name: before.fileName }, after: { name } })
  }
  await audit(tx, actor, 'library.file-attached', id)
  return getDocument(tx, actor, id)
}

/** The present file, or one that it replaced. */
export async function getFile(
  db: Db,
  actor: Actor,
  { documentId, fileId }: { documentId: string; fileId?: string },
): Promise<FileReply> {
  if (!(await findDocument(db, documentId, actor.area))) throw libraryProblem('library.not-found')
  const file = await findFile(db, documentId, fileId)
  if (!file) throw libraryProblem('library.no-file')
  const { id: _id, ...reply } = file
  return reply
}
