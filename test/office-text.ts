import { inflateRawSync } from 'node:zlib'
import { listZip } from '#platform/files/zip.ts'

const limits = { entries: 1000, total: 100_000_000 }

/** All that stands in a file, the parts of an Office file unpacked: for looking for words that must not be there. */
export function textWithin(bytes: Buffer): string {
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return bytes.toString('utf8')
  const listing = listZip(bytes, limits)
  if (!listing.ok) throw new Error(`an Office file that cannot be read: ${listing.reason}`)
  return listing.entries
    .map(({ offset, packed, method }) => {
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
      const part = bytes.subarray(start, start + packed)
      return (method === 8 ? inflateRawSync(part) : part).toString('utf8')
    })
    .join('\n')
}
