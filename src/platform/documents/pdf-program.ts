import pdfmake from 'pdfmake'
import { serveGuarded } from '#platform/files/guarded-program.ts'
import { setTinos } from './pdf-fonts.ts'
import { pdfDefinition } from './pdf-layout.ts'
import { OfficialDocument } from './tree-contract.ts'

/** Runs in a child process of pdf.ts. */
setTinos()

serveGuarded((task) => pdfmake.createPdf(pdfDefinition(OfficialDocument.parse(task))).getBuffer())
