import { mediaTypes } from '#base/file-kinds.ts'
import type { DocumentFormat } from '#platform/documents/office-files.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { writeSheetDocx } from '#platform/documents/sheet-docx.ts'
import { writeSheetPdf } from '#platform/documents/sheet-pdf.ts'
import type { SheetPart } from '#platform/documents/sheet.ts'
import { packagesOf, servicesOfChild } from '#modules/services/server/public.ts'
import { growthProblem } from '../shared/problems.ts'
import { childBook } from './child-book.ts'
import { currentStandard } from './current-standard.ts'
import { listMeasurements } from './queries.ts'
import { findBookChild } from './queries-book.ts'

/** Pages of the book that later modules write, as far as the person may see them; `apps` fills the list. */
export const bookParts: ((context: Reading, childId: string) => Promise<SheetPart[]>)[] = []

/** The book of a child for the family and the station. What the person may not see is absent. */
export async function printBook(
  context: Reading,
  { childId, format }: { childId: string; format: DocumentFormat },
): Promise<FileReply> {
  const { actor, db, clock } = context
  const today = clock.today()
  const [child, measurements, standard, book] = await Promise.all([
    findBookChild(db, childId),
    listMeasurements(db, childId),
    currentStandard(db),
    packagesOf(db),
  ])
  if (!child) throw growthProblem('growth.child-not-found')
  const services = actor.capabilities.has('services.read') ? await servicesOfChild(context, childId) : null
  const more = (await Promise.all(bookParts.map((parts) => parts(context, childId)))).flat()
  const { items } = book.at(actor.area.lft, today).pkg
  const names = new Map(items.map(({ code, name }) => [code, name.vi]))
  const sheet = childBook({ child, today, services, measurements, standard, more }, names)
  return {
    fileName: `so-theo-doi-tre-em.${format}`,
    mediaType: mediaTypes[format],
    bytes: format === 'pdf' ? await writeSheetPdf(sheet) : await writeSheetDocx(sheet),
    childIds: [childId],
  }
}
