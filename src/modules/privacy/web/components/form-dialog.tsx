import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { privacyMessages } from '../../shared/messages.ts'
import { afterChange } from '../requests.ts'

type Props = {
  title: string
  children: ReactNode
  /** Undefined while something is missing. */
  onSave: (() => Promise<unknown>) | undefined
  onClose: () => void
}

/** A few fields, saved together; the dialog stays open with the reason when they are refused. */
export function FormDialog({ title, children, onSave, onClose }: Props) {
  const t = useMessages(privacyMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const saving = useMutation({
    mutationFn: async () => onSave?.(),
    onSuccess: async () => {
      await afterChange(queries)
      toast({ text: t('privacy.saved') })
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <Stack gap="md">
        {children}
        <ProblemNote problem={saving.error} />
        <Group>
          <Button onClick={() => saving.mutate()} disabled={!onSave} loading={saving.isPending}>
            {t('privacy.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('privacy.back')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
