import { z } from 'zod'
import { Id } from '#base/id.ts'
import { documentFile, type DocumentFormat, documentFormats } from '#platform/documents/office-files.ts'
import { command, download, query, type FileReply, type Reading, type Route } from '#platform/http/route.ts'
import {
  AnswerUrgent,
  SendUrgent,
  TakeMeasure,
  UrgentLine,
  UrgentReceipt,
  UrgentReport,
  UrgentWaiting,
  WithdrawUrgent,
} from '../shared/urgent.ts'
import {
  answerUrgent,
  countWaiting,
  listReceipts,
  listUrgentLines,
  openUrgent,
  readUrgent,
  receiveUrgent,
  receiversOf,
  sendUrgent,
  takeMeasure,
  withdrawUrgent,
} from './urgent.ts'
import { urgentDocument } from './urgent-document.ts'

const OfReport = z.object({ urgentId: Id })
const confidential = { needs: 'children.confidential', params: OfReport } as const

export const urgentRoutes: Route[] = [
  query({
    url: '/duties/urgent',
    needs: 'children.confidential',
    reply: z.array(UrgentLine),
    handle: (context) => listUrgentLines(context),
  }),
  query({
    url: '/duties/urgent/mine',
    needs: 'duties.send-urgent',
    reply: z.array(UrgentReceipt),
    handle: (context) => listReceipts(context),
  }),
  query({
    url: '/duties/urgent/waiting',
    needs: 'reports.read',
    reply: UrgentWaiting,
    handle: (context) => countWaiting(context),
  }),
  command('POST', {
    url: '/duties/urgent',
    needs: 'duties.send-urgent',
    body: SendUrgent,
    reply: UrgentReceipt,
    handle: (context, { body }) => sendUrgent(context, body),
  }),
  command('POST', {
    url: '/duties/urgent/:urgentId/open',
    ...confidential,
    reply: UrgentReport,
    handle: (context, { params }) => openUrgent(context, params.urgentId),
  }),
  command('PUT', {
    url: '/duties/urgent/:urgentId/received',
    ...confidential,
    reply: UrgentReport,
    handle: (context, { params }) => receiveUrgent(context, params.urgentId),
  }),
  command('PUT', {
    url: '/duties/urgent/:urgentId/answer',
    ...confidential,
    body: AnswerUrgent,
    reply: UrgentReport,
    handle: (context, { params, body }) => answerUrgent(context, params.urgentId, body),
  }),
  command('PUT', {
    url: '/duties/urgent/:urgentId/measure',
    ...confidential,
    body: TakeMeasure,
    reply: UrgentReport,
    handle: (context, { params, body }) => takeMeasure(context, params.urgentId, body),
  }),
  command('PUT', {
    url: '/duties/urgent/:urgentId/withdrawn',
    ...confidential,
    body: WithdrawUrgent,
    reply: UrgentReport,
    handle: (context, { params, body }) => withdrawUrgent(context, params.urgentId, body),
  }),
  ...documentFormats.map((format) =>
    download({
      url: `/duties/urgent/:urgentId/${format}`,
      ...confidential,
      handle: (context, { params }) => urgentFile(context, params.urgentId, format),
    }),
  ),
]

async function urgentFile(context: Reading, id: string, format: DocumentFormat): Promise<FileReply> {
  const report = await readUrgent(context, id)
  const document = urgentDocument(report, receiversOf(report.kind))
  return documentFile(document, format, `bao-cao-khan-${report.no}`)
}
