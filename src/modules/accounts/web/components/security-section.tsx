import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** One part of the page "Bảo mật của tôi". */
export function SecuritySection({
  title,
  why,
  children,
}: {
  title: string
  why: string
  children: ReactNode
}) {
  return (
    <Paper withBorder radius="md" p="md" bg="var(--card-ground)" component="section" aria-label={title}>
      <Stack gap="md" align="flex-start">
        <div>
          <Title order={2}>{title}</Title>
          <Text mt={4}>{why}</Text>
        </div>
        {children}
      </Stack>
    </Paper>
  )
}
