import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { noteServerAnswer, useConnection } from '#platform/web/connection.ts'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'

const askAgainMilliseconds = 3000

/** While the server is away it is asked every few seconds; when it is back, the page refreshes its figures. */
function useReconnect(isAway: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isAway) return undefined
    const timer = setInterval(() => {
      fetch('/api/setup')
        .then(async (response) => {
          if (!response.ok) return
          noteServerAnswer(true)
          await queries.invalidateQueries()
        })
        .catch(() => noteServerAnswer(false))
    }, askAgainMilliseconds)
    return () => clearInterval(timer)
  }, [isAway, queries])
}

export function ConnectionBanner() {
  const t = useMessages(frameMessages)
  const connection = useConnection()
  useReconnect(connection === 'server-away')
  return (
    <div role="status" aria-live="polite" className="no-print">
      {connection === 'online' ? null : <p className="frame-away">{t(`frame.${connection}`)}</p>}
    </div>
  )
}
