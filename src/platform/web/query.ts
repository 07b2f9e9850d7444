import { QueryClient } from '@tanstack/react-query'
import { Problem } from '#base/problem.ts'

/** A refusal is final; only a server that did not answer is asked again. */
function mayRetry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof Problem && error.status === 503
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
