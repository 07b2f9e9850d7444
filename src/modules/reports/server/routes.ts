import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { command, download, query, type Route } from '#platform/http/route.ts'
import {
  BuildReport,
  ColumnRules,
  Report,
  ReportChoices,
  ReportSummary,
  TypeCell,
  UnitsReply,
  WriteSection,
} from '../shared/contract.ts'
import { buildReport, refreshReport, typeCell, writeSection } from './commands.ts'
import { reportForms } from '../shared/report-parts.ts'
import { outputFormats, reportFile } from './outputs.ts'
import { flowRoutes } from './routes-flow.ts'
import { unitsOf } from './units.ts'
import { columnRules, getReport, listReportChoices, listReports } from './read.ts'

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
  query({
    url: '/reports/:reportId/columns',
    needs: 'reports.read',
    params: OfReport,
    reply: ColumnRules,
    handle: ({ db, actor }, { params }) => columnRules(db, actor, params.reportId),
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
  ...outputFormats.map((format) =>
    download({
      url: `/reports/:reportId/${format}`,
      needs: 'reports.read',
      params: OfReport,
      search: z.object({ form: z.enum(reportForms).default('whole') }),
      handle: async ({ db, actor }, { params, search }) =>
        reportFile(await getReport(db, actor, params.reportId), format, search.form),
    }),
  ),
  ...flowRoutes,
]
