import { createHmac, randomBytes } from 'node:crypto'

const cookieName = 'uommam.device'
const yearSeconds = 365 * 24 * 3600

/** A shared computer remembers its last users; the cookie stays short. */
const mostPeople = 8

type Device = { id: string; tags: string[] }

/**
 * The cookie of a device names nobody: an id and, for each person who signed in here, a tag that only this server can
 * make. Whoever shows the tag of a user name signed in on this device before.
 */
function readDevice(headers: Headers): Device | undefined {
  const value = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w.-]+)`).exec(headers.get('cookie') ?? '')?.[1]
  const [id, ...tags] = (value ?? '').split('.')
  return id ? { id, tags: tags.slice(0, mostPeople) } : undefined
}

function tagOf(secret: string, id: string, username: string): string {
  return createHmac('sha256', secret).update(`device ${id} ${username}`).digest('base64url').slice(0, 22)
}

/** The id of the device when this person signed in on it before. */
export function knownDevice(headers: Headers, username: string, secret: string): string | undefined {
  const device = readDevice(headers)
  return device?.tags.includes(tagOf(secret, device.id, username)) ? device.id : undefined
}

/** The cookie to set after a sign-in. */
export function rememberDevice(
  headers: Headers,
  username: string,
  { secret, isHttps }: { secret: string; isHttps: boolean },
): string {
  const { id, tags } = readDevice(headers) ?? { id: randomBytes(16).toString('base64url'), tags: [] }
  const own = tagOf(secret, id, username)
  const kept = [own, ...tags.filter((tag) => tag !== own)].slice(0, mostPeople)
  const flags = `Path=/api; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
  return `${cookieName}=${[id, ...kept].join('.')}; ${flags}`
}
