import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'

export type DialogProps = Pick<ModalProps, 'title' | 'size' | 'children' | 'onClose' | 'closeOnClickOutside'>

/**
 * A window over the page, open as long as it is mounted. Escape and the cross close it; the keyboard is then again at
 * what opened it, as far as that is still on the page.
 */
export function Dialog(props: DialogProps) {
  const t = useMessages(uiMessages)
  // Mantine gives the focus back only to windows that stay mounted while they are closed.
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => focusAgain(opener), [opener])
  return <Modal opened {...props} returnFocus={false} closeButtonProps={{ 'aria-label': t('ui.close') }} />
}

/** After the window is gone: until then its own guard takes the focus back. */
function focusAgain(opener: Element | null): void {
  setTimeout(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
  })
}
