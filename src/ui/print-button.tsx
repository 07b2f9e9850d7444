import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'

/** Prints the page as it stands; what has the class `no-print` is left out. */
export function PrintButton({ label }: { label?: string }) {
  const t = useMessages(uiMessages)
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={20} aria-hidden />}
      onClick={() => globalThis.print()}
    >
      {label ?? t('ui.print')}
    </Button>
  )
}
