import { mediaTypes } from '#base/file-kinds.ts'
import { fold } from '#base/text.ts'
import { writeAnnexWorkbook } from '#platform/documents/annex-workbook.ts'
import { writeDocx } from '#platform/documents/docx.ts'
import { writePdf } from '#platform/documents/pdf.ts'
import { writeCsv } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply } from '#platform/http/route.ts'
import type { Report } from '../shared/contract.ts'
import { csvHead, csvRows, toMachineReport } from '../shared/machine.ts'
import { inForm, type ReportForm } from '../shared/report-parts.ts'
import { issuedOf, reportDocument, yearOf } from './documents.ts'
import { annexSheets } from './workbook.ts'

export const outputFormats = ['docx', 'pdf', 'xlsx', 'json', 'csv'] as const
export type OutputFormat = (typeof outputFormats)[number]

const types: Record<OutputFormat, string> = { ...mediaTypes, json: 'application/json' }

const writers: Record<OutputFormat, (report: Report) => Promise<Uint8Array>> = {
  docx: (report) => writeDocx(reportDocument(report)),
  pdf: (report) => writePdf(reportDocument(report)),
  xlsx: (report) =>
    writeAnnexWorkbook(
      annexSheets(report.content, { ...aboutOf(report), isDraft: report.state === 'draft' }),
    ),
  json: async (report) => new TextEncoder().encode(`${JSON.stringify(toMachineReport(report), null, 2)}\n`),
  csv: async ({ content }) => writeCsv(csvHead, csvRows(content)),
}

function aboutOf(report: Report) {
  return { year: yearOf(report), issued: issuedOf(report) }
}

/** The report as a file, whole or in another form; nothing outside this program is needed for any of them. */
export async function reportFile(
  report: Report,
  format: OutputFormat,
  form: ReportForm = 'whole',
): Promise<FileReply> {
  const { areaName, period } = report
  const bytes = await writers[format]({ ...report, content: inForm(report.content, form) })
  const part = form === 'whole' ? '' : `-${form}`
  const fileName = `bao-cao${part}-${fold(areaName).replaceAll(' ', '-')}-${period}.${format}`
  return { fileName, mediaType: types[format], bytes }
}
