import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, download, query, type Route, upload } from '#platform/http/route.ts'
import { DecideHeld, ImportRows, ImportRun, rosterMaxBytes, RowState } from '../shared/contract-import.ts'
import {
  cancelImport,
  confirmImport,
  decideHeld,
  getRun,
  listRunRows,
  uploadRoster,
} from './import-commands.ts'
import { problemRows } from './import-documents.ts'
import { seenRun } from './import-sight.ts'
import { listRuns } from './queries-import.ts'
import { rosterTemplate } from './roster-template.ts'

const OneRun = z.object({ runId: Id })

export const importRoutes: Route[] = [
  upload({
    url: '/children/imports',
    needs: 'children.import',
    maxBytes: rosterMaxBytes,
    fields: z.object({ id: Id, communeId: Id.optional() }),
    reply: ImportRun,
    handle: async (context, { file, fields }) =>
      seenRun(await uploadRoster(context, { ...fields, communeId: fields.communeId, file }), context.actor),
  }),
  query({
    url: '/children/imports',
    needs: 'children.import',
    reply: z.array(ImportRun),
    handle: async ({ actor, db }) => (await listRuns(db)).map((run) => seenRun(run, actor)),
  }),
  query({
    url: '/children/imports/:runId',
    needs: 'children.import',
    params: OneRun,
    reply: ImportRun,
    handle: async ({ actor, db }, { params }) => seenRun(await getRun(db, params.runId), actor),
  }),
  query({
    url: '/children/imports/:runId/rows',
    needs: 'children.import',
    params: OneRun,
    search: z.object({ state: RowState, after: z.coerce.number().int().min(0).default(0) }),
    reply: ImportRows,
    reads: ({ rows }) => rows.flatMap(({ sameAsChild }) => sameAsChild ?? []),
    handle: (context, { params, search }) =>
      listRunRows(context, { runId: params.runId, states: [search.state], after: search.after, limit: 50 }),
  }),
  command('PUT', {
    url: '/children/imports/:runId/held',
    needs: 'children.import',
    params: OneRun,
    body: DecideHeld,
    reply: ImportRun,
    handle: async (context, { params, body }) =>
      seenRun(await decideHeld(context, { ...body, runId: params.runId }), context.actor),
  }),
  command('POST', {
    url: '/children/imports/:runId/confirm',
    needs: 'children.import',
    params: OneRun,
    reply: ImportRun,
    handle: async (context, { params }) => seenRun(await confirmImport(context, params.runId), context.actor),
  }),
  command('DELETE', {
    url: '/children/imports/:runId',
    needs: 'children.import',
    params: OneRun,
    reply: ImportRun,
    handle: async (context, { params }) => seenRun(await cancelImport(context, params.runId), context.actor),
  }),
  download({
    url: '/children/imports/:runId/problems',
    needs: 'children.import',
    params: OneRun,
    handle: (context, { params }) => problemRows(context, params.runId),
  }),
  download({
    url: '/children/roster-template',
    needs: 'children.import',
    handle: () => rosterTemplate(),
  }),
]
