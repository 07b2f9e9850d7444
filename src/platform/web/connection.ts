import { useSyncExternalStore } from 'react'

/** `server-away`: the network is there, the server does not answer. */
export type Connection = 'online' | 'offline' | 'server-away'

const listeners = new Set<() => void>()
let serverAnswers = true

function current(): Connection {
  if (!navigator.onLine) return 'offline'
  return serverAnswers ? 'online' : 'server-away'
}

/** Told by the API client after every request. */
export function noteServerAnswer(answered: boolean): void {
  if (serverAnswers === answered) return
  serverAnswers = answered
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, current)
}
