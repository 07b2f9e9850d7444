import pdfmake from 'pdfmake'
import { serveGuarded } from '#platform/files/guarded-program.ts'
import { setTinos } from './pdf-fonts.ts'
import { sheetDefinition } from './sheet-layout.ts'
import { WorkSheet } from './sheet.ts'

/** Runs in a child process of sheet-pdf.ts. */
setTinos()

serveGuarded((task) => pdfmake.createPdf(sheetDefinition(WorkSheet.parse(task))).getBuffer())
