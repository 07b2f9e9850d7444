import { Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** An empty list says why it is empty and what to do next. */
export function EmptyState({ title, why, actions }: { title: string; why?: ReactNode; actions?: ReactNode }) {
  return (
    <Paper withBorder p="xl" radius="md" ta="center" bg="var(--card-ground)">
      <Text fw={600} size="lg">
        {title}
      </Text>
      {why ? (
        <Text c="dimmed" mt={4} component="div">
          {why}
        </Text>
      ) : null}
      {actions ? (
        <Group justify="center" mt="md" className="no-print">
          {actions}
        </Group>
      ) : null}
    </Paper>
  )
}
