import { z } from 'zod'

/** A record's identity: a UUID, made where the record is born (usually on the device). */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

const idBytes = 16

/** Random bytes for some ids ahead: asking for them one id at a time costs more than the rest of the id. */
const drawn = new Uint8Array(256 * idBytes)
let used = drawn.length

function drawBytes(): Uint8Array {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  used += idBytes
  return drawn.subarray(used - idBytes, used)
}

/** UUID version 7 (RFC 9562, section 5.7): sorts by the millisecond it was made. */
export function newId(now: number = Date.now()): Id {
  const bytes = drawBytes()
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
