import { Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import { PageHead } from '#ui/page-head.tsx'
import './alone-page.css'

/** A page without the frame: sign-in, set-up, invitation. */
export function AlonePage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="alone-page">
      <p className="alone-page-product">
        <img src="/favicon.svg" alt="" width={40} height={40} /> Ươm Mầm
      </p>
      <Paper withBorder radius="md" p={{ base: 'md', sm: 'xl' }} bg="var(--card-ground)">
        <PageHead title={title} lead={lead} />
        {children}
      </Paper>
    </main>
  )
}
