import { readDocumentText } from '#platform/documents/document-text.ts'
import { fileRefusal } from '#platform/files/problems.ts'
import type { PlacedReading } from '../shared/contract.ts'
import { readPlanWithPlaces } from '../shared/read-plan.ts'

/** The reading of an uploaded or local document; refuses what is no readable text, with the reason. */
export async function readPlanFile(file: { name: string; bytes: Uint8Array }): Promise<PlacedReading> {
  const read = await readDocumentText(file)
  if (!read.ok) throw fileRefusal(read.reason, read.limit)
  return readPlanWithPlaces(read.text)
}
