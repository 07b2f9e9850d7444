import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { fold } from '#base/text.ts'
import { writeDocx } from '#platform/documents/docx.ts'
import { writePdf } from '#platform/documents/pdf.ts'
import { command, download, query, type FileReply, type Route } from '#platform/http/route.ts'
import {
  BuildReport,
  Report,
  ReportChoices,
  ReportSummary,
  TypeCell,
  UnitsReply,
  WriteSection,
} from '../shared/contract.ts'
import { buildReport, refreshReport, typeCell, writeSection } from './commands.ts'
import { reportDocument } from './documents.ts'
import { flowRoutes } from './routes-flow.ts'
import { unitsOf } from './units.ts'
import { getReport, listReportChoices, listReports } from './read.ts'

const OfReport = z.object({ reportId: Id })
const InReport = OfReport.extend({ key: z.string().max(200) })

export const reportsRoutes: Route[] = [
  query({
    url: '/reports',
    needs: 'reports.read',
    reply: z.array(ReportSummary),
    handle: ({ db, actor }) => listReports(db, actor),
  }),
  query({
    url: '/reports/choices',
    needs: 'reports.read',
    reply: ReportChoices,
    handle: ({ db, actor, clock }) => listReportChoices(db, actor, clock.today()),
  }),
  query({
    url: '/reports/units',
    needs: 'reports.read',
    search: z.object({ period: Period }),
    reply: UnitsReply,
    handle: ({ db, actor, clock }, { search }) =>
      unitsOf(db, actor, { period: search.period, today: clock.today() }),
  }),
  query({
    url: '/reports/:reportId',
    needs: 'reports.read',
    params: OfReport,
    reply: Report,
    handle: ({ db, actor }, { params }) => getReport(db, actor, params.reportId),
  }),
  command('POST', {
    url: '/reports',
    needs: 'reports.write',
    body: BuildReport,
    reply: Report,
    handle: (context, { body }) => buildReport(context, body),
  }),
  command('POST', {
    url: '/reports/:reportId/refresh',
    needs: 'reports.write',
    params: OfReport,
    reply: Report,
    handle: (context, { params }) => refreshReport(context, params.reportId),
  }),
  command('PUT', {
    url: '/reports/:reportId/cells/:key',
    needs: 'reports.write',
    params: InReport,
    body: TypeCell,
    reply: Report,
    handle: (context, { params, body }) => typeCell(context, params.reportId, params.key, body),
  }),
  command('PUT', {
    url: '/reports/:reportId/sections/:key',
    needs: 'reports.write',
    params: InReport,
    body: WriteSection,
    reply: Report,
    handle: (context, { params, body }) => writeSection(context, params.reportId, params.key, body),
  }),
  download({
    url: '/reports/:reportId/docx',
    needs: 'reports.read',
    params: OfReport,
    handle: async ({ db, actor }, { params }) => docxFile(await getReport(db, actor, params.reportId)),
  }),
  download({
    url: '/reports/:reportId/pdf',
    needs: 'reports.read',
    params: OfReport,
    handle: async ({ db, actor }, { params }) => pdfFile(await getReport(db, actor, params.reportId)),
  }),
  ...flowRoutes,
]

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function docxFile(report: Report): Promise<FileReply> {
  const bytes = await writeDocx(reportDocument(report))
  return { fileName: fileName(report, 'docx'), mediaType: docxType, bytes }
}

async function pdfFile(report: Report): Promise<FileReply> {
  const bytes = await writePdf(reportDocument(report))
  return { fileName: fileName(report, 'pdf'), mediaType: 'application/pdf', bytes }
}

function fileName({ areaName, period }: Report, kind: string): string {
  return `bao-cao-${fold(areaName).replaceAll(' ', '-')}-${period}.${kind}`
}
