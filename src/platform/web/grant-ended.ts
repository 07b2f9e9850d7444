/**
 * The grant a person acts under may be ended while they work. What they see was read under it, so nothing is repeated
 * under another grant by itself: the frame says it and lets them choose.
 */
const listeners = new Set<() => void>()

export function onGrantEnded(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function sayGrantEnded(): void {
  for (const listener of listeners) listener()
}
