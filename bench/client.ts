import type { z } from 'zod'
import type { OurServer } from './our-server.ts'

/** One request to our server, with its reply parsed by the contract. */
export async function ask<Reply>(
  { running, headers }: OurServer,
  path: string,
  reply: z.ZodType<Reply>,
  sent: { method?: string; body?: object | FormData } = {},
): Promise<Reply> {
  const { method = 'GET', body } = sent
  const isForm = body instanceof FormData
  const answer = await fetch(`${running.url}/api${path}`, {
    method,
    headers: { ...headers, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return reply.parse(await answer.json())
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
