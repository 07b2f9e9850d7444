import type { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { noteServerAnswer } from './connection.ts'
import { readSetting } from './device.ts'
import { sayGrantEnded } from './grant-ended.ts'
import { chosenGrant } from './grant.ts'
import { toProblem, webProblem } from './problems.ts'
import { waitForSignIn } from './session-expiry.ts'

export type ApiSearch = Record<string, string | number | boolean | undefined>
export type ApiMethod = 'POST' | 'PUT' | 'DELETE'
export type ApiFile = { bytes: Blob; name: string }

/** Requests to our own server. `url` stands without `/api`; every failure is thrown as a `Problem`. */
export const api = {
  async get<Reply>(url: string, reply: z.ZodType<Reply>, search: ApiSearch = {}): Promise<Reply> {
    return readReply(await request(address(url, search), { method: 'GET' }), reply)
  },

  async send<Reply>(method: ApiMethod, url: string, body: unknown, reply: z.ZodType<Reply>): Promise<Reply> {
    const init: RequestInit =
      body === undefined
        ? { method }
        : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return readReply(await request(address(url), init), reply)
  },

  /** One file with named fields, as a form. */
  async upload<Reply>(
    url: string,
    file: ApiFile,
    fields: Record<string, string>,
    reply: z.ZodType<Reply>,
  ): Promise<Reply> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', file.bytes, file.name)
    return readReply(await request(address(url), { method: 'POST', body: form }), reply)
  },

  /** Fetches a file and hands it to the browser to save; returns the name it was saved under. */
  async download(url: string, search: ApiSearch = {}): Promise<string> {
    const response = await request(address(url, search), { method: 'GET' })
    const name = fileNameOf(response) ?? 'uom-mam'
    saveFile({ bytes: await response.blob(), name })
    return name
  },
}

/** Hands bytes made in the page to the browser to save. */
export function saveFile({ bytes, name }: ApiFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Fields without a value are left out of the address. */
function address(url: string, search: ApiSearch = {}): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  const query = new URLSearchParams(given).toString()
  return query ? `/api${url}?${query}` : `/api${url}`
}

/** A request that was refused because the session ended is repeated once the person has signed in again. */
async function request(url: string, init: RequestInit): Promise<Response> {
  const first = await answer(url, init)
  if (first.ok) return first
  const problem = await refusal(first)
  if (!(await mayRepeat(problem))) throw problem
  const second = await answer(url, init)
  if (second.ok) return second
  throw await refusal(second)
}

/** The right ran out while the page was open: the person is told once, and the request is not repeated. */
const endedGrant = /^http\.(no-such-grant|no-grant)$/

async function mayRepeat(problem: Problem): Promise<boolean> {
  if (problem.status === 401) return waitForSignIn()
  if (endedGrant.test(problem.code)) sayGrantEnded()
  return false
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('accept-language', readSetting('language') ?? 'vi')
  const grant = chosenGrant()
  if (grant) headers.set('x-grant', grant)
  try {
    const response = await fetch(url, { ...init, headers, credentials: 'same-origin' })
    noteServerAnswer(response.status !== 502 && response.status !== 503 && response.status !== 504)
    return response
  } catch (cause) {
    noteServerAnswer(false)
    throw Object.assign(webProblem('web.no-answer'), { cause })
  }
}

/** A proxy may answer with a page of its own: then the status alone speaks. */
async function refusal(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    return toProblem(response.status, JSON.parse(text))
  } catch {
    return toProblem(response.status, undefined)
  }
}

/** The page trusts no shape: a server that was updated meanwhile is met with words instead of a broken page. */
async function readReply<Reply>(response: Response, reply: z.ZodType<Reply>): Promise<Reply> {
  const text = await response.text()
  const parsed = reply.safeParse(text === '' ? undefined : JSON.parse(text))
  if (!parsed.success) throw Object.assign(webProblem('web.unexpected-answer'), { cause: parsed.error })
  return parsed.data
}

/** RFC 6266: the name in UTF-8 goes before the plain one. */
export function fileNameOf(response: Response): string | undefined {
  const header = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(header)?.[1]
}
