import { Title } from '@mantine/core'
import type { ReactNode } from 'react'

type PageSectionProps = {
  /** Once on a page; also the anchor that leads here. */
  id: string
  title: string
  /** `h3` where the page has many parts. */
  size?: 'h2' | 'h3'
  children: ReactNode
}

/** A part of a page under its heading, by which a screen reader finds and names it. */
export function PageSection({ id, title, size = 'h2', children }: PageSectionProps) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} size={size} mb="sm" id={id}>
        {title}
      </Title>
      {children}
    </section>
  )
}
