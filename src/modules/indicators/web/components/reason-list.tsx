import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import type { Reason } from '../../shared/contract.ts'
import { lineInWords } from '../../shared/fact-words.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { useItemNames } from '../item-names.ts'

/** So many reasons are shown; the child's page has them all. */
const shownReasons = 4

function keyOf(reason: Reason): string {
  return reason.kind === 'service'
    ? `${reason.itemCode} ${reason.dose} ${reason.until}`
    : JSON.stringify(reason.line)
}

/** What keeps a child from being reached: "Dinh dưỡng: Cân, đo hằng tháng (hạn 30/06/2026)". */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const nameOf = useItemNames()
  const words = (reason: Reason): string => {
    if (reason.kind === 'condition') {
      if (reason.line.some(({ fact }) => fact === 'education'))
        return t(`indicators.reason-education-${reason.education ?? 'unknown'}`)
      return t('indicators.reason-condition', { line: lineInWords(reason.line, { language, nameOf }) })
    }
    const holes = { domain: t(`indicators.domain-${reason.domain}`), name: reason.name[language] }
    if (reason.declined) return t('indicators.reason-declined', holes)
    return reason.until === null
      ? t('indicators.reason', holes)
      : t('indicators.reason-until', { ...holes, day: formatDay(reason.until) })
  }
  const more = reasons.length - shownReasons
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.1em' }}>
      {reasons.slice(0, shownReasons).map((reason) => (
        <li key={keyOf(reason)}>{words(reason)}</li>
      ))}
      {more > 0 ? <li>{t('indicators.reason-more', { count: more })}</li> : null}
    </ul>
  )
}
