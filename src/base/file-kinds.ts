const openXml = 'application/vnd.openxmlformats-officedocument'

/** What a download says of itself, by the ending of its name. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
} as const

const zip = [0x50, 0x4b, 0x03, 0x04]
const jpeg = { mediaType: 'image/jpeg', head: [0xff, 0xd8, 0xff] }

/** Kinds of files by the ending of the name, and their first bytes: ISO 32000 (PDF), PNG, JFIF, ZIP (Office Open XML). */
const kinds = {
  pdf: { mediaType: mediaTypes.pdf, head: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  png: { mediaType: 'image/png', head: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpg: jpeg,
  jpeg,
  docx: { mediaType: mediaTypes.docx, head: zip },
  xlsx: { mediaType: mediaTypes.xlsx, head: zip },
  txt: { mediaType: 'text/plain; charset=utf-8', head: [] },
} as const satisfies Record<string, { mediaType: string; head: readonly number[] }>

export type FileEnding = keyof typeof kinds

/** What offices attach; programs and archives are refused. */
export const officeFiles = [
  'pdf',
  'docx',
  'xlsx',
  'png',
  'jpg',
  'jpeg',
] as const satisfies readonly FileEnding[]

/**
 * The media type of a file with one of the endings, when its first bytes agree with its name; undefined for any other
 * file: the name alone says nothing.
 */
export function mediaTypeOf(
  name: string,
  bytes: Uint8Array,
  endings: readonly FileEnding[],
): string | undefined {
  const [, written] = /\.([a-z0-9]+)$/.exec(name.toLowerCase()) ?? []
  const ending = endings.find((one) => one === written)
  if (ending === undefined) return undefined
  const { mediaType, head } = kinds[ending]
  return head.every((byte, index) => bytes[index] === byte) ? mediaType : undefined
}
