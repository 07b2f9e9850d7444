import { Button, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './file-drop.css'

export type FileDropProps = {
  label: string
  /** Endings with the dot: ['.xlsx', '.csv']. */
  endings: readonly string[]
  maxBytes: number
  onFile: (file: File) => void
  /** Text pasted into the field; without it pasted text is left alone. */
  onText?: (text: string) => void
  hint?: ReactNode
  isBusy?: boolean
}

const megabyte = 1024 * 1024

/** Checks size and kind before anything is sent; the refusal stands until a file fits. */
function useTake({ endings, maxBytes, onFile }: FileDropProps) {
  const t = useMessages(uiMessages)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const refusalOf = (file: File): string | undefined => {
    const fits = endings.some((ending) => file.name.toLowerCase().endsWith(ending))
    if (!fits) return t('ui.file-kind', { kinds: endings.join(', ') })
    return file.size > maxBytes
      ? t('ui.file-too-large', { size: Math.floor(maxBytes / megabyte) })
      : undefined
  }
  const take = (file: File | undefined) => {
    if (!file) return
    const refused = refusalOf(file)
    setRefusal(refused)
    if (refused === undefined) onFile(file)
  }
  return { refusal, take }
}

/** A place to drop, paste or choose one file. */
export function FileDrop(props: FileDropProps) {
  const { label, onText, hint } = props
  const t = useMessages(uiMessages)
  const { refusal, take } = useTake(props)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const dragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const paste = (event: ClipboardEvent) => {
    const file = event.clipboardData.files[0]
    if (file) return take(file)
    const text = event.clipboardData.getData('text/plain')
    if (text !== '') onText?.(text)
  }
  return (
    <div
      role="group"
      aria-label={label}
      tabIndex={0}
      className="file-drop"
      data-over={isOver || undefined}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <IconUpload size={32} aria-hidden />
      <Text fw={600}>{label}</Text>
      <Text c="dimmed">{t('ui.file-drop')}</Text>
      <ChooseButton {...props} onChoose={take} />
      {hint ? (
        <Text c="dimmed" component="div">
          {hint}
        </Text>
      ) : null}
      <Text c="var(--state-overdue)" fw={600} role="alert">
        {refusal}
      </Text>
    </div>
  )
}

type ChooseButtonProps = FileDropProps & { onChoose: (file: File | undefined) => void }

function ChooseButton({ label, endings, isBusy = false, onChoose }: ChooseButtonProps) {
  const t = useMessages(uiMessages)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {t('ui.file-choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={endings.join(',')}
        aria-label={label}
        onChange={(event) => {
          onChoose(event.currentTarget.files?.[0])
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
