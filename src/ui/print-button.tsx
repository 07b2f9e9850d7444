import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'

type PrintButtonProps = {
  label?: string
  /** Awaited first: what a screen loads bit by bit stands on the paper whole. */
  before?: () => Promise<void>
}

/** Prints the page as it stands; what has the class `no-print` is left out. */
export function PrintButton({ label, before }: PrintButtonProps) {
  const t = useMessages(uiMessages)
  const [isPreparing, setPreparing] = useState(false)
  const print = async () => {
    setPreparing(true)
    try {
      await before?.()
      await painted()
    } finally {
      setPreparing(false)
    }
    globalThis.print()
  }
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={20} aria-hidden />}
      loading={isPreparing}
      onClick={() => void (before ? print() : globalThis.print())}
    >
      {label ?? t('ui.print')}
    </Button>
  )
}

/** What was loaded stands on the page two frames later. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
}
