import { Fragment, type ReactNode } from 'react'
import './facts.css'

export type Fact = { key: string; name: string; value: ReactNode }

/** What is known of one thing, name beside value; on a phone one below the other. */
export function Facts({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <dl className="facts" aria-label={label}>
      {facts.map(({ key, name, value }) => (
        <Fragment key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
