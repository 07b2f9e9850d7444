import { z } from 'zod'
import { fold } from '#base/text.ts'
import { Id } from '#base/id.ts'
import { documentFile, type DocumentFormat, documentFormats } from '#platform/documents/office-files.ts'
import type { OfficialDocument } from '#platform/documents/tree.ts'
import { command, download, type FileReply, query } from '#platform/http/route.ts'
import {
  DraftSummary,
  IssueDraft,
  PlanDraft,
  SaveDraft,
  StartDraft,
  TemplateChoice,
} from '../shared/drafting.ts'
import { FiledPlan } from '../shared/filing.ts'
import { discardDraft, getDraft, saveDraft, startDraft } from './drafts.ts'
import { draftDocument, filedDocument, issueDraft } from './issue-draft.ts'
import { listDrafts } from './queries-drafts.ts'
import { listTemplates } from './templates.ts'

const OfDraft = z.object({ draftId: Id })
const OfPlan = z.object({ planId: Id })
/** A draft of a large province has some 300 KB. */
const draftLimit = 4 * 1024 * 1024

export const draftRoutes = [
  query({
    url: '/plan-templates',
    needs: 'plans.write',
    reply: z.array(TemplateChoice),
    handle: () => listTemplates(),
  }),
  query({
    url: '/plan-drafts',
    needs: 'plans.write',
    reply: z.array(DraftSummary),
    handle: ({ actor, db }) => listDrafts(db, actor.area),
  }),
  command('POST', {
    url: '/plan-drafts',
    needs: 'plans.write',
    body: StartDraft,
    reply: PlanDraft,
    handle: (context, { body }) => startDraft(context, body),
  }),
  query({
    url: '/plan-drafts/:draftId',
    needs: 'plans.write',
    params: OfDraft,
    reply: PlanDraft,
    handle: (context, { params }) => getDraft(context, params.draftId),
  }),
  command('PUT', {
    url: '/plan-drafts/:draftId',
    needs: 'plans.write',
    maxBytes: draftLimit,
    params: OfDraft,
    body: SaveDraft,
    reply: PlanDraft,
    handle: (context, { params, body }) => saveDraft(context, params.draftId, body),
  }),
  command('DELETE', {
    url: '/plan-drafts/:draftId',
    needs: 'plans.write',
    params: OfDraft,
    reply: z.object({ ok: z.literal(true) }),
    handle: (context, { params }) => discardDraft(context, params.draftId),
  }),
  command('POST', {
    url: '/plan-drafts/:draftId/issue',
    needs: 'plans.write',
    params: OfDraft,
    body: IssueDraft,
    reply: FiledPlan,
    handle: (context, { params, body }) => issueDraft(context, params.draftId, body),
  }),
  ...documentFormats.flatMap((format) => [
    download({
      url: `/plan-drafts/:draftId/${format}`,
      needs: 'plans.write',
      params: OfDraft,
      handle: async (context, { params }) => planFile(await draftDocument(context, params.draftId), format),
    }),
    download({
      url: `/plans/:planId/${format}`,
      needs: 'plans.read',
      params: OfPlan,
      handle: async (context, { params }) => planFile(await filedDocument(context, params.planId), format),
    }),
  ]),
]

/** `ke-hoach-79-kh-ubnd-2026.docx`: without marks, so that every system can store it. */
function planFile(document: OfficialDocument, format: DocumentFormat): Promise<FileReply> {
  const { number, symbol, date } = document
  const name = ['ke-hoach', ...(number === null ? [] : [number]), symbol, date.year].join(' ')
  return documentFile(document, format, fold(name).replace(/[^a-z0-9]+/g, '-'))
}
