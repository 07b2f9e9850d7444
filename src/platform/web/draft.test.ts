import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { removeDrafts, writeSetting } from './device.ts'
import { keepSoon, readDraft, removeDraft } from './draft.ts'

const Form = z.object({ fullName: z.string() })

beforeEach(() => {
  const kept = new Map<string, string>()
  // As the browser's: the names of what is kept are the object's own keys.
  const storage = new Proxy(kept, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (_, method) =>
      ({
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => kept.set(name, value),
        removeItem: (name: string) => kept.delete(name),
      })[String(method)],
  })
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('what was typed comes back until it is sent', () => {
  writeSetting('draft.child.new', JSON.stringify({ fullName: 'Y Hoa' }))
  expect(readDraft('child.new', Form)).toEqual({ fullName: 'Y Hoa' })
  removeDraft('child.new')
  expect(readDraft('child.new', Form)).toBeUndefined()
})

test('what is sent while the last words were waiting to be kept does not come back', () => {
  vi.useFakeTimers()
  const typed = JSON.stringify({ fullName: 'Y Hoa' })
  keepSoon('child.new', typed, () => undefined)
  vi.advanceTimersByTime(1000)
  expect(readDraft('child.new', Form)).toEqual({ fullName: 'Y Hoa' })
  keepSoon('child.new', typed, () => undefined)
  removeDraft('child.new')
  vi.advanceTimersByTime(1000)
  expect(readDraft('child.new', Form)).toBeUndefined()
})

test('a draft of an earlier version of the form is left alone', () => {
  writeSetting('draft.child.new', JSON.stringify({ name: 'Y Hoa' }))
  expect(readDraft('child.new', Form)).toBeUndefined()
  writeSetting('draft.child.new', '{"fullName": "Y H')
  expect(readDraft('child.new', Form)).toBeUndefined()
})

test('signing out takes the drafts from the device and leaves the choices', () => {
  writeSetting('draft.child.new', JSON.stringify({ fullName: 'Y Hoa' }))
  writeSetting('language', 'en')
  removeDrafts()
  expect(readDraft('child.new', Form)).toBeUndefined()
  expect(localStorage.getItem('uommam.language')).toBe('en')
})

test('a device that refuses to keep anything does not break the page', () => {
  vi.stubGlobal('localStorage', undefined)
  writeSetting('draft.child.new', 'x')
  expect(readDraft('child.new', Form)).toBeUndefined()
})
