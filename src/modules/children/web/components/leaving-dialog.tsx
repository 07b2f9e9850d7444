import { Button, Group, Radio, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { useToast } from '#ui/undo-toast.tsx'
import { type Child, LeftReason } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { afterChange, closeChild, reopenChild } from '../requests.ts'

/** Why and when the child left the register; taken back within ten seconds, or later on the child's page. */
export function LeavingDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const t = useMessages(childrenMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const [reason, setReason] = useState<LeftReason | undefined>(undefined)
  const [leftOn, setLeftOn] = useState<Day | undefined>(todayHere())
  const close = useMutation({
    mutationFn: closeChild,
    onSuccess: async () => {
      await afterChange(queries)
      const undo = () => void reopenChild(child.id).then(() => afterChange(queries))
      toast({ text: t('children.left-saved', { name: child.fullName }), onUndo: undo })
      onClose()
    },
  })
  const save = () => {
    if (!reason || !leftOn) return
    close.mutate({ childId: child.id, input: { version: child.version, leftOn, reason } })
  }
  return (
    <Dialog onClose={onClose} title={t('children.leave-title', { name: child.fullName })}>
      <Stack gap="md">
        <ReasonField value={reason} onChange={setReason} />
        <DayField
          label={t('children.leave-day')}
          required
          value={leftOn}
          min={child.bornOn}
          max={todayHere()}
          onChange={setLeftOn}
        />
        <ProblemNote problem={close.error} />
        <Group>
          <Button onClick={save} disabled={!reason || !leftOn} loading={close.isPending}>
            {t('children.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('children.back')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

type ReasonFieldProps = { value: LeftReason | undefined; onChange: (reason: LeftReason | undefined) => void }

function ReasonField({ value, onChange }: ReasonFieldProps) {
  const t = useMessages(childrenMessages)
  return (
    <Radio.Group
      label={t('children.leave-reason')}
      required
      value={value ?? ''}
      onChange={(next) => onChange(LeftReason.safeParse(next).data)}
    >
      <Stack gap="sm" mt="xs">
        {LeftReason.options.map((reason) => (
          <Radio key={reason} value={reason} label={t(`children.leave-${reason}`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
