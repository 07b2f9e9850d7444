import { useMessages } from '#platform/web/language.tsx'
import { screeningMessages } from '../../shared/messages.ts'
import type { ScreeningResult } from '../../shared/result.ts'
import '../screening.css'

const levels: Readonly<Record<ScreeningResult, 0 | 1 | 2>> = {
  clear: 0,
  low: 0,
  ready: 0,
  watch: 1,
  incomplete: 1,
  support: 1,
  refused: 1,
  moderate: 2,
  suspected: 2,
  high: 2,
  urgent: 2,
}

export function ResultBadge({ result }: { result: ScreeningResult }) {
  const t = useMessages(screeningMessages)
  return (
    <span className="screening-result" data-level={levels[result]}>
      {t(`screening.result-${result}`)}
    </span>
  )
}
