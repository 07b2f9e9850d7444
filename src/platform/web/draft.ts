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

export function removeDraft(key: string): void {
  removeSetting(`draft.${key}`)
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
    const timer = setTimeout(() => {
      latest.current = text
      writeSetting(`draft.${key}`, text)
    }, quietMilliseconds)
    return () => clearTimeout(timer)
  }, [key, text])
}
