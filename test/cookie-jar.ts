import type { FastifyInstance } from 'fastify'

export type JarReply = {
  status: number
  body: ReturnType<typeof JSON.parse>
  headers: Record<string, unknown>
}

/**
 * A browser of its own: keeps the cookies it is given and sends them back, from one network address. For tests of
 * signing in itself; all others use the ready sessions of `app.as`.
 */
export function cookieJar(
  server: FastifyInstance,
  { address = '127.0.0.1', origin = 'http://localhost' } = {},
) {
  const cookies = new Map<string, string>()

  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<JarReply> {
    const reply = await server.inject({
      method,
      url: `/api${path}`,
      remoteAddress: address,
      headers: {
        origin,
        ...(cookies.size
          ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    keep(reply.headers['set-cookie'])
    return {
      status: reply.statusCode,
      body: bodyOf(reply),
      headers: reply.headers,
    }
  }

  function keep(given: string | string[] | undefined): void {
    for (const line of [given ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  return {
    cookies,
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}) => send('POST', path, body),
    signIn: (username: string, password: string) =>
      send('POST', '/auth/sign-in/username', { username, password }),
  }
}

export type CookieJar = ReturnType<typeof cookieJar>

function bodyOf({ headers, body }: { headers: Record<string, unknown>; body: string }) {
  return /json/.test(String(headers['content-type'])) && body !== '' ? JSON.parse(body) : body
}
