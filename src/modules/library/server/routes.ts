import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, download, query, upload } from '#platform/http/route.ts'
import {
  AddDocument,
  AddRelation,
  CorrectDocument,
  LibraryDocument,
  LibraryPage,
  SearchLibrary,
} from '../shared/contract.ts'
import {
  addDocument,
  attachFile,
  correctDocument,
  getDocument,
  getFile,
  relate,
  unrelate,
} from './commands.ts'
import { searchDocuments } from './queries.ts'

const OfDocument = z.object({ documentId: Id })
const fileLimit = 20 * 1024 * 1024

export const libraryRoutes = [
  query({
    url: '/library',
    needs: 'plans.read',
    search: SearchLibrary,
    reply: z.array(LibraryDocument),
    handle: ({ actor, db }, { search }) => searchDocuments(db, actor.area, search),
  }),
  query({
    url: '/library/:documentId',
    needs: 'plans.read',
    params: OfDocument,
    reply: LibraryPage,
    handle: ({ actor, db }, { params }) => getDocument(db, actor, params.documentId),
  }),
  command('POST', {
    url: '/library',
    needs: 'plans.write',
    body: AddDocument,
    reply: LibraryPage,
    handle: (context, { body }) => addDocument(context, body),
  }),
  command('POST', {
    url: '/library/:documentId/relations',
    needs: 'plans.write',
    params: OfDocument,
    body: AddRelation,
    reply: LibraryPage,
    handle: (context, { params, body }) => relate(context, params.documentId, body),
  }),
  command('PUT', {
    url: '/library/:documentId',
    needs: 'plans.write',
    params: OfDocument,
    body: CorrectDocument,
    reply: LibraryPage,
    handle: (context, { params, body }) => correctDocument(context, params.documentId, body),
  }),
  command('DELETE', {
    url: '/library/:documentId/relations',
    needs: 'plans.write',
    params: OfDocument,
    body: AddRelation,
    reply: LibraryPage,
    handle: (context, { params, body }) => unrelate(context, params.documentId, body),
  }),
  upload({
    url: '/library/:documentId/file',
    needs: 'plans.write',
    params: OfDocument,
    maxBytes: fileLimit,
    reply: LibraryPage,
    handle: (context, { params, file }) => attachFile(context, params.documentId, file),
  }),
  download({
    url: '/library/:documentId/file',
    needs: 'plans.read',
    params: OfDocument,
    handle: ({ actor, db }, { params }) => getFile(db, actor, params),
  }),
  download({
    url: '/library/:documentId/files/:fileId',
    needs: 'plans.read',
    params: OfDocument.extend({ fileId: Id }),
    handle: ({ actor, db }, { params }) => getFile(db, actor, params),
  }),
]
