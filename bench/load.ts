import autocannon from 'autocannon'

export type Shot = { method: 'GET' | 'POST'; path: string; body?: unknown }
export type Fired = {
  perSecond: number
  p50: number
  p97: number
  p99: number
  refused: number
  total: number
}

export const connections = 16

/** Fires shots from 16 connections for some seconds, each as soon as the one before it is answered. */
export async function fire(
  url: string,
  next: () => Shot,
  { seconds, headers }: { seconds: number; headers: Record<string, string> },
): Promise<Fired> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = next()
          const json = body === undefined ? {} : { body: JSON.stringify(body) }
          return {
            ...request,
            method,
            path,
            headers: { ...headers, 'content-type': 'application/json' },
            ...json,
          }
        },
      },
    ],
  })
  const refused = result.non2xx + result.errors + result.timeouts
  // The tool knows 97.5 %, not 95 %.
  const { p50, p97_5: p97, p99 } = result.latency
  return { perSecond: result.requests.average, p50, p97, p99, refused, total: result.requests.total }
}
