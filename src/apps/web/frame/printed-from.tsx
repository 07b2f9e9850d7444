import { useEffect } from 'react'
import { formatDay } from '#base/day.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { todayHere } from '#ui/today-here.ts'
import { frameMessages } from '../messages.ts'

/** The foot of every printed page names the unit and the day (`@page` in theme.css): "Xã Đăk Hà · in ngày 24/11/2026". */
export function PrintedFrom() {
  const t = useMessages(frameMessages)
  const { area } = useActor()
  useEffect(() => {
    const say = () => {
      const words = t('frame.printed-from', { area: area.name, day: formatDay(todayHere()) })
      // As CSS writes a text: in quotes, those within marked.
      document.documentElement.style.setProperty('--printed-from', JSON.stringify(words))
    }
    say()
    globalThis.addEventListener('beforeprint', say)
    return () => globalThis.removeEventListener('beforeprint', say)
  }, [t, area.name])
  return null
}
