import type { ReactNode } from 'react'
import { StateMark, type ServiceState } from './state-badge.tsx'
import './overview.css'

/** How a thing stands, a line for each of its sides, before the page shows them one by one. */
export function Overview({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="overview" aria-label={label}>
      {children}
    </ul>
  )
}

export type OverviewLineProps = {
  what: string
  /** The id of the part of this page that tells it in full. */
  part?: string | undefined
  /** How it stands, as a mark with its word. */
  mark?: { like: ServiceState; word: string } | undefined
  children: ReactNode
}

/** What it is about, how much of it, and what to do; one line of an `Overview`. */
export function OverviewLine({ what, part, mark, children }: OverviewLineProps) {
  return (
    <li>
      {part === undefined ? <span>{what}</span> : <a href={`#${part}`}>{what}</a>}
      <span className="overview-words">{children}</span>
      {mark ? <StateMark like={mark.like}>{mark.word}</StateMark> : null}
    </li>
  )
}
