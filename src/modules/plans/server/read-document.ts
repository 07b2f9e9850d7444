import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type DocumentText, readClipboardText, readDocumentText } from '#platform/documents/document-text.ts'
import { fileRefusal } from '#platform/files/problems.ts'
import type { PlacedReading } from '../shared/contract.ts'
import { longestText } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { readPlanWithPlaces } from '../shared/read-plan.ts'

/** The reading of an uploaded or local document; refuses what is no readable text, with the reason. */
export async function readPlanFile(file: { name: string; bytes: Uint8Array }): Promise<PlacedReading> {
  return readFound(await readDocumentText(file))
}

/** The reading of a pasted text, with the same refusals as that of a file. */
export function readPlanText(text: string): PlacedReading {
  return readFound(readClipboardText(text))
}

function readFound(read: DocumentText): PlacedReading {
  if (!read.ok) throw fileRefusal(read.reason, read.limit)
  if (read.text.length > longestText) throw fileRefusal('too-large', longestText / 1_000_000)
  return readPlanWithPlaces(read.text)
}

/** The reading of a file on this machine, with its name. */
export async function readPlanAt(path: string): Promise<PlacedReading & { name: string }> {
  const bytes = await readFile(path).catch(() => {
    throw plansProblem('plans.file-missing')
  })
  const name = basename(path)
  return { ...(await readPlanFile({ name, bytes })), name }
}
