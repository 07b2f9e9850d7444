import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { securityMessages } from '../../shared/messages-security.ts'
import { resetSecondFactor } from '../requests-security.ts'

/** For somebody who lost the phone; asked once more, because it cannot be taken back. */
export function ResetSecondFactor({
  person: { id, fullName: name },
}: {
  person: { id: string; fullName: string }
}) {
  const s = useMessages(securityMessages)
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => resetSecondFactor(id),
    onSuccess: () => {
      toast({ text: s('accounts.reset-done', { name }) })
      close()
    },
  })
  return (
    <>
      <Button
        variant="default"
        aria-label={s('accounts.reset-label', { name })}
        onClick={() => setOpen(true)}
      >
        {s('accounts.reset')}
      </Button>
      {isOpen ? (
        <Dialog onClose={close} title={s('accounts.reset-label', { name })}>
          <Stack gap="md">
            <Text>{s('accounts.reset-why')}</Text>
            <ProblemNote problem={error} />
            <Group>
              <Button loading={isPending} onClick={() => mutate()}>
                {s('accounts.reset-go')}
              </Button>
              <Button variant="default" onClick={close}>
                {s('accounts.cancel')}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      ) : null}
    </>
  )
}
