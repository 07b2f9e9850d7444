/** Files that may be attached to a report, by their first bytes: the name alone says nothing. */
const kinds = [
  { ending: 'pdf', mediaType: 'application/pdf', head: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { ending: 'png', mediaType: 'image/png', head: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { ending: 'jpg', mediaType: 'image/jpeg', head: [0xff, 0xd8, 0xff] },
  {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    head: [0x50, 0x4b, 0x03, 0x04],
  },
  {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    head: [0x50, 0x4b, 0x03, 0x04],
  },
] as const

/** Bytes; the same limit stands in the table. */
export const maxFileBytes = 10_000_000

export const maxFiles = 20

/** The media type of a file whose name and first bytes agree; undefined for any other file. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string | undefined {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const wanted = ending === 'jpeg' ? 'jpg' : ending
  const kind = kinds.find((candidate) => candidate.ending === wanted)
  return kind?.head.every((byte, index) => bytes[index] === byte) ? kind.mediaType : undefined
}
