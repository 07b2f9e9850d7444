import { createInflateRaw, crc32 } from 'node:zlib'

/** Sizes an Office file may unpack to. `total` in bytes, over all its parts. */
export type ZipLimits = { entries: number; total: number }

export type ZipEntry = {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

export type ZipListing = { ok: true; entries: ZipEntry[] } | { ok: false; reason: 'damaged' | 'suspicious' }

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50

/** The parts of a zip file by its central directory (APPNOTE 4.3), refused when the declared sizes are past the limits. */
export function listZip(bytes: Buffer, limits: ZipLimits): ZipListing {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) return damaged
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) return suspicious
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== centralSignature) return damaged
    const entry = centralEntry(bytes, at)
    total += entry.size
    if (total > limits.total) return suspicious
    entries.push(entry)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries.length === 0 ? damaged : { ok: true, entries }
}

const damaged: ZipListing = { ok: false, reason: 'damaged' }
const suspicious: ZipListing = { ok: false, reason: 'suspicious' }

function centralEntry(bytes: Buffer, at: number): ZipEntry {
  const nameLength = bytes.readUInt16LE(at + 28)
  return {
    name: bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
}

export type UnpackEnd = 'ok' | 'damaged' | 'suspicious'

/**
 * Unpacks one part piece by piece, never more than it declared, and compares length and checksum at the end:
 * a flipped bit or a lying size shows here, before any reader sees the part.
 */
export async function unpackEntry(
  bytes: Buffer,
  entry: ZipEntry,
  take: (piece: Buffer) => void = () => undefined,
): Promise<UnpackEnd> {
  const packed = packedBytes(bytes, entry)
  if (!packed) return 'damaged'
  let size = 0
  let crc = 0
  try {
    for await (const piece of pieces(packed, entry.method)) {
      size += piece.length
      if (size > entry.size) return 'suspicious'
      crc = crc32(piece, crc)
      take(piece)
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return 'damaged'
    throw cause
  }
  return size === entry.size && crc === entry.crc ? 'ok' : 'damaged'
}

function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer | undefined {
  const at = entry.offset
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSignature) return undefined
  if (entry.method !== 0 && entry.method !== 8) return undefined
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + entry.packed > bytes.length) return undefined
  return bytes.subarray(start, start + entry.packed)
}

async function* pieces(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) {
    yield packed
    return
  }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(packed)
  for await (const piece of inflate) if (Buffer.isBuffer(piece)) yield piece
}

/** The text of a small part such as the list of sheets; undefined when it is missing, damaged or over 4 MB. */
export async function unpackText(
  bytes: Buffer,
  entries: ZipEntry[],
  name: string,
): Promise<string | undefined> {
  const entry = entries.find((candidate) => candidate.name === name)
  if (!entry || entry.size > 4 * 1024 * 1024) return undefined
  const parts: Buffer[] = []
  const end = await unpackEntry(bytes, entry, (piece) => parts.push(piece))
  return end === 'ok' ? Buffer.concat(parts).toString('utf8') : undefined
}

/** A zip file of these parts, not packed (APPNOTE 4.3), for a reader inside this program: no dates, no rights. */
export function storedZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, bytes] of parts) {
    const head = storedHead(Buffer.from(name), bytes)
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(signed(centralSignature, 2), head.fields, central, head.name)
    files.push(signed(localSignature), head.fields, head.name, bytes)
    offset += 30 + head.name.length + bytes.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, signed(endSignature), end])
}

function signed(signature: number, more = 0): Buffer {
  const head = Buffer.alloc(4 + more)
  head.writeUInt32LE(signature)
  return head
}

/** The fields that the local header and the directory have in common, from "version needed" to "extra length". */
function storedHead(name: Buffer, bytes: Buffer): { name: Buffer; fields: Buffer } {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20)
  fields.writeUInt16LE(0x800, 2)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return { name, fields }
}
