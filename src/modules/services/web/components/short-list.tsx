import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { servicesMessages } from '../../shared/messages.ts'

/** Rows that a phone shows at first; the same number stands in services.css. */
export const firstOnPhone = 5

/** Lines of services; a phone shows the first of them and a button, paper and a wide screen show all. */
export function ShortList({ count, children }: { count: number; children: ReactNode }) {
  const t = useMessages(servicesMessages)
  const [isWhole, setWhole] = useState(false)
  const isShort = count > firstOnPhone && !isWhole
  return (
    <>
      <ul className="services-lines services-stacked" data-short={isShort || undefined}>
        {children}
      </ul>
      {isShort ? (
        <Button className="services-whole no-print" variant="default" mt="sm" onClick={() => setWhole(true)}>
          {t('services.whole-list', { count })}
        </Button>
      ) : null}
    </>
  )
}
