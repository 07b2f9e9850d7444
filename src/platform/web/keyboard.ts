import { useEffect, useRef } from 'react'

/** `'mod+k'` is Ctrl K, on a Mac Command K; a single sign works only outside of fields. */
export type Shortcut = '/' | 'mod+k' | 'mod+enter'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const withModifier = event.ctrlKey || event.metaKey
  if (shortcut === '/') return event.key === '/' && !withModifier && !isTyping(event.target)
  return withModifier && event.key.toLowerCase() === shortcut.slice('mod+'.length)
}

/** `useShortcut('mod+enter', save)`: Ctrl Enter saves while this component is shown. */
export function useShortcut(shortcut: Shortcut, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!matches(shortcut, event)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [shortcut])
}
