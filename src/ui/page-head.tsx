import { Group, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { PageLink } from '#platform/web/page-link.tsx'
import './page-head.css'

export type PageHeadProps = {
  title: string
  /** One sentence under the title: the answer first. */
  lead?: ReactNode
  /** The page above this one. */
  back?: { to: string; label: string }
  actions?: ReactNode
}

/** The head of every page; its title is also the name of the browser tab. */
export function PageHead({ title, lead, back, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Ươm Mầm`
  }, [title])
  return (
    <header className="page-head">
      {back ? (
        <PageLink to={back.to} className="no-print page-head-back">
          ← {back.label}
        </PageLink>
      ) : null}
      <div className="page-head-row">
        <div className="page-head-words">
          <Title order={1}>{title}</Title>
          {lead ? (
            <Text c="dimmed" component="div" mt={4}>
              {lead}
            </Text>
          ) : null}
        </div>
        {actions ? (
          <Group gap="sm" className="no-print">
            {actions}
          </Group>
        ) : null}
      </div>
    </header>
  )
}
