import { expect } from 'vitest'
import { newId } from '#base/id.ts'
import { everywhere } from '#platform/db/types.ts'
import { writeScope } from '#platform/db/scope.ts'
import { loadLibrary } from '#modules/library/server/reference.ts'
import type { AddDocument, LibraryDocument } from '#modules/library/shared/contract.ts'
import type { Client } from './app.ts'
import type { TestDatabase } from './database.ts'

/** The documents that come with the product, as a start loads them. */
export const loadDocuments = ({ pool }: TestDatabase) => writeScope(pool, everywhere, loadLibrary)

/** What the page sends for a new document. */
export const addingDocument = (change: Partial<AddDocument> = {}): AddDocument => ({
  ...{ id: newId(), kind: 'decision', number: '31/QĐ-UBND', issuer: 'UBND xã Đăk Hà' },
  ...{ issuedOn: '2026-02-03', inForceOn: null, endedOn: null, endedNote: null },
  title: 'Giao chỉ tiêu chăm sóc trẻ em',
  ...change,
})

/** Numbers of the documents that a search finds, in its order. */
export async function numbersFound(client: Client, search: string): Promise<(string | null)[]> {
  const { status, body } = await client.get(`/library?${search}`)
  expect(status).toBe(200)
  return body.map(({ number }: LibraryDocument) => number)
}
