import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { openingWords } from '../../shared/confidential.ts'
import { confidentialMessages } from '../../shared/messages-confidential.ts'

export type ShortAnswerProps = {
  label: string
  description?: string
  /** The words of the button. */
  send: string
  sending: { isPending: boolean; error: Error | null }
  onSend: (text: string) => void
}

/** A few words to another person, sent once. */
export function ShortAnswer({ label, description, send, sending, onSend }: ShortAnswerProps) {
  const t = useMessages(confidentialMessages)
  const [text, setText] = useState('')
  const isShort = text.trim().length < openingWords.min
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      <Textarea
        label={label}
        description={description}
        error={text !== '' && isShort ? t('children.opening-words') : undefined}
        autosize
        minRows={2}
        w="100%"
        maxLength={openingWords.max}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote problem={sending.error} />
      <Button disabled={isShort} loading={sending.isPending} onClick={() => onSend(text.trim())}>
        {send}
      </Button>
    </Stack>
  )
}
