import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { readSetting, removeSetting, writeSetting } from './device.ts'

const quietMilliseconds = 400

/** What was typed under this key and not yet sent, or undefined. */
export function readDraft<Value>(key: string, shape: z.ZodType<Value>): Value | undefined {
  const kept = readSetting(`draft.${key}`)
  if (kept === undefined) return undefined
  try {
    return shape.safeParse(JSON.parse(kept)).data
  } catch {
    return undefined
  }
}

/** Words typed a moment ago and not yet kept, by key. */
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Forgets what was kept, and what was about to be: what has just been sent must not come back as a draft. */
export function removeDraft(key: string): void {
  clearTimeout(waiting.get(key))
  removeSetting(`draft.${key}`)
}

/** Keeps a text on the device once nothing more is typed for a moment. Call the answer to leave it. */
export function keepSoon(key: string, text: string, kept: () => void): () => void {
  const timer = setTimeout(() => {
    kept()
    writeSetting(`draft.${key}`, text)
  }, quietMilliseconds)
  waiting.set(key, timer)
  return () => clearTimeout(timer)
}

/**
 * Keeps what is being typed on the device until it is sent:
 * `useDraft('child.new', form)` in the form, `readDraft('child.new', Shape)` for its first value,
 * `removeDraft('child.new')` after the answer. Unchanged first values are not kept.
 */
export function useDraft(key: string, value: unknown): void {
  const [first] = useState(() => JSON.stringify(value))
  const latest = useRef(first)
  const text = JSON.stringify(value)
  useEffect(() => {
    if (text === latest.current) return
    return keepSoon(key, text, () => {
      latest.current = text
    })
  }, [key, text])
}
