import { Button, CloseButton, Text } from '@mantine/core'
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './undo-toast.css'

const undoMilliseconds = 10_000

export type Toast = { text: string; onUndo?: (() => void) | undefined }
/** The id makes the same words shown twice two toasts: the second has its full ten seconds. */
type Shown = Toast & { id: number }

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** `const toast = useToast(); toast({ text: 'Đã ghi 12 trẻ.', onUndo: undo })`: 10 seconds to take it back. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext)
}

/** One toast at a time: a newer one takes the place of the one before. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | undefined>(undefined)
  const show = useCallback((toast: Toast) => setShown({ ...toast, id: Date.now() }), [])
  return (
    <ToastContext value={show}>
      {children}
      <div role="status" aria-live="polite" className="undo-toast-place no-print">
        {shown ? <UndoToast key={shown.id} toast={shown} onGone={() => setShown(undefined)} /> : null}
      </div>
    </ToastContext>
  )
}

function UndoToast({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const t = useMessages(uiMessages)
  useEffect(() => {
    const timer = setTimeout(onGone, undoMilliseconds)
    return () => clearTimeout(timer)
  })
  const undo = () => {
    toast.onUndo?.()
    onGone()
  }
  return (
    <div className="undo-toast">
      <Text inherit>{toast.text}</Text>
      {toast.onUndo ? (
        <Button variant="white" color="dark" onClick={undo}>
          {t('ui.undo')}
        </Button>
      ) : null}
      <CloseButton size={44} variant="transparent" c="inherit" aria-label={t('ui.close')} onClick={onGone} />
    </div>
  )
}
