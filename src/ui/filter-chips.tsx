import { Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'

export type FilterChip = { key: string; label: string; onRemove: () => void }

/** The filters in force, each removable by itself. */
export function FilterChips({ chips }: { chips: readonly FilterChip[] }) {
  const t = useMessages(uiMessages)
  if (chips.length === 0) return null
  return (
    <Group gap="xs" className="no-print">
      {chips.map(({ key, label, onRemove }) => (
        <Button
          key={key}
          variant="light"
          radius="xl"
          rightSection={<IconX size={18} aria-hidden />}
          aria-label={t('ui.remove-filter', { label })}
          onClick={onRemove}
        >
          {label}
        </Button>
      ))}
      {chips.length > 1 ? (
        <Button variant="subtle" onClick={() => chips.forEach((chip) => chip.onRemove())}>
          {t('ui.remove-filters')}
        </Button>
      ) : null}
    </Group>
  )
}
