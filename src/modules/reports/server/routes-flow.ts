import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, download, query, upload, type Route } from '#platform/http/route.ts'
import { ReportContent } from '../shared/content.ts'
import { Report, ReportStep, TakeStep } from '../shared/contract.ts'
import {
  AddComment,
  AnswerComment,
  CheckReply,
  Comment,
  FileKind,
  GiveReason,
  ReportFile,
} from '../shared/contract-check.ts'
import { Difference } from '../shared/difference.ts'
import { maxFileBytes } from '../shared/files.ts'
import { checkOf, giveReason } from './check.ts'
import { addComment, answerComment } from './comments.ts'
import { attachFile, openFile, removeFile } from './files.ts'
import { takeStep } from './flow.ts'
import { listFiles } from './queries-files.ts'
import { listComments } from './queries-remarks.ts'
import { getStoredReport } from './read.ts'
import { takeOverPart } from './take-over.ts'
import { getDifference, getVersionContent, verifyVersions } from './versions.ts'

const OfReport = z.object({ reportId: Id })
const OfComment = OfReport.extend({ commentId: Id })
const OfFile = OfReport.extend({ fileId: Id })
const OfFinding = OfReport.extend({ finding: z.string().max(300) })
const OfVersion = OfReport.extend({ number: z.coerce.number().int().min(1) })

/** The way of a report after it is written: checked, sent, returned, accepted, signed, reopened. */
export const flowRoutes: Route[] = [
  command('POST', {
    url: '/reports/:reportId/steps',
    needs: 'reports.write',
    params: OfReport,
    body: TakeStep,
    reply: ReportStep,
    handle: (context, { params, body }) => takeStep(context, params.reportId, body),
  }),
  query({
    url: '/reports/:reportId/check',
    needs: 'reports.read',
    params: OfReport,
    reply: CheckReply,
    handle: ({ db, actor }, { params }) => checkOf(db, actor, params.reportId),
  }),
  command('PUT', {
    url: '/reports/:reportId/reasons/:finding',
    needs: 'reports.write',
    params: OfFinding,
    body: GiveReason,
    reply: CheckReply,
    handle: (context, { params, body }) => giveReason(context, params.reportId, params.finding, body),
  }),
  query({
    url: '/reports/:reportId/comments',
    needs: 'reports.read',
    params: OfReport,
    reply: z.array(Comment),
    handle: async ({ db, actor }, { params }) =>
      listComments(db, (await getStoredReport(db, actor, params.reportId)).id),
  }),
  command('POST', {
    url: '/reports/:reportId/comments',
    needs: 'reports.write',
    params: OfReport,
    body: AddComment,
    reply: z.array(Comment),
    handle: (context, { params, body }) => addComment(context, params.reportId, body),
  }),
  command('PUT', {
    url: '/reports/:reportId/comments/:commentId/answer',
    needs: 'reports.write',
    params: OfComment,
    body: AnswerComment,
    reply: z.array(Comment),
    handle: (context, { params, body }) => answerComment(context, params, body.answer),
  }),
  command('POST', {
    url: '/reports/:reportId/parts',
    needs: 'reports.write',
    params: OfReport,
    body: z.object({ id: Id, partId: Id }),
    reply: Report,
    handle: (context, { params, body }) => takeOverPart(context, params.reportId, body),
  }),
  ...versionRoutes(),
  ...fileRoutes(),
]

function versionRoutes(): Route[] {
  return [
    query({
      url: '/reports/:reportId/versions/:number',
      needs: 'reports.read',
      params: OfVersion,
      reply: ReportContent,
      handle: ({ db, actor }, { params }) => getVersionContent(db, actor, params),
    }),
    query({
      url: '/reports/:reportId/versions/:number/difference',
      needs: 'reports.read',
      params: OfVersion,
      reply: Difference,
      handle: ({ db, actor }, { params }) => getDifference(db, actor, params),
    }),
    query({
      url: '/reports/:reportId/verify',
      needs: 'reports.read',
      params: OfReport,
      reply: z.array(
        z.object({ number: z.int(), sha256: z.string(), found: z.string(), isSound: z.boolean() }),
      ),
      handle: ({ db, actor }, { params }) => verifyVersions(db, actor, params.reportId),
    }),
  ]
}

function fileRoutes(): Route[] {
  return [
    query({
      url: '/reports/:reportId/files',
      needs: 'reports.read',
      params: OfReport,
      reply: z.array(ReportFile),
      handle: async ({ db, actor }, { params }) =>
        listFiles(db, (await getStoredReport(db, actor, params.reportId)).id),
    }),
    upload({
      url: '/reports/:reportId/files',
      needs: 'reports.write',
      params: OfReport,
      maxBytes: maxFileBytes,
      fields: z.object({ id: Id, kind: FileKind }),
      reply: z.array(ReportFile),
      handle: (context, { params, file, fields }) =>
        attachFile(context, params.reportId, { ...fields, file }),
    }),
    download({
      url: '/reports/:reportId/files/:fileId',
      needs: 'reports.read',
      params: OfFile,
      handle: ({ db, actor }, { params }) => openFile(db, actor, params),
    }),
    command('DELETE', {
      url: '/reports/:reportId/files/:fileId',
      needs: 'reports.write',
      params: OfFile,
      reply: z.array(ReportFile),
      handle: (context, { params }) => removeFile(context, params),
    }),
  ]
}
