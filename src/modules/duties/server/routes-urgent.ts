import { z } from 'zod'
import { Id } from '#base/id.ts'
import { writeDocx } from '#platform/documents/docx.ts'
import { writePdf } from '#platform/documents/pdf.ts'
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
  download({
    url: '/duties/urgent/:urgentId/docx',
    ...confidential,
    handle: (context, { params }) => urgentFile(context, params.urgentId, 'docx'),
  }),
  download({
    url: '/duties/urgent/:urgentId/pdf',
    ...confidential,
    handle: (context, { params }) => urgentFile(context, params.urgentId, 'pdf'),
  }),
]

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

async function urgentFile(context: Reading, id: string, format: 'docx' | 'pdf'): Promise<FileReply> {
  const report = await readUrgent(context, id)
  const document = urgentDocument(report, receiversOf(report.kind))
  const bytes = format === 'docx' ? await writeDocx(document) : await writePdf(document)
  return { fileName: `bao-cao-khan-${report.no}.${format}`, mediaType: mediaTypes[format], bytes }
}
