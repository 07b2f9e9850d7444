import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

/** Takes one found thing out of the reading; the label says which. */
export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon size={44} variant="default" onClick={onClick} aria-label={label}>
      <IconTrash size={20} aria-hidden />
    </ActionIcon>
  )
}
