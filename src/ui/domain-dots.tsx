import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './domain-dots.css'

/** The six domains in the order of the programme. */
export const domainOrder = ['health', 'nutrition', 'education', 'care', 'protection', 'welfare'] as const
export type DomainName = (typeof domainOrder)[number]

/** `due`: everything asked for until today, done or not; `overdue`: what of it is late. */
export type DomainCounts = { domain: DomainName; done: number; due: number; overdue: number }

/** `Sức khỏe ●●●○`: one dot for each service that was due until today, filled when done; words below say what is late. */
export function DomainDots({ domains }: { domains: readonly DomainCounts[] }) {
  const t = useMessages(uiMessages)
  return (
    <ul className="domain-dots">
      {domains.map(({ domain, done, due, overdue }) => (
        <li key={domain} data-complete={due > 0 && done >= due}>
          <strong>{t(`ui.domain-${domain}`)}</strong>
          <span className="domain-dots-row" aria-hidden>
            {Array.from({ length: due }, (_, index) => (
              <i
                key={index}
                data-filled={index < done || undefined}
                data-late={index >= due - overdue || undefined}
              />
            ))}
          </span>
          <span className="domain-dots-words">
            {due === 0 ? t('ui.domain-nothing') : t('ui.domain-count', { done, due })}
          </span>
          {overdue > 0 ? (
            <span className="domain-dots-late">{t('ui.domain-overdue', { count: overdue })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
