import { Button, Group, Paper, Text } from '@mantine/core'
import { IconPhotoDown, IconTableDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { type Caption, savePicture } from '../save-picture.ts'

export type PictureFrameProps = {
  caption: Caption
  /** The numbers of the picture as a spreadsheet. */
  onTable: () => Promise<unknown>
  children: ReactNode
}

/** A picture with its source and day, and both ways out: as it is drawn, and its numbers. */
export function PictureFrame({ caption, onTable, children }: PictureFrameProps) {
  const t = useMessages(indicatorsCompareMessages)
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useMutation({
    mutationFn: async () => (frame.current ? savePicture(frame.current, caption) : undefined),
  })
  const exporting = useMutation({ mutationFn: onTable })
  return (
    <Paper withBorder p="sm" radius="md" mb="md" component="figure" mx={0} className="keep-together">
      <div ref={frame}>{children}</div>
      <Text component="figcaption" c="dimmed" mt="xs">
        {caption.note}
      </Text>
      <Group className="no-print" gap="xs" mt="xs">
        <Button
          variant="default"
          leftSection={<IconPhotoDown size={20} aria-hidden />}
          loading={drawing.isPending}
          onClick={() => drawing.mutate()}
        >
          {t('indicators.picture')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTableDown size={20} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {t('indicators.picture-table')}
        </Button>
      </Group>
      <ProblemNote problem={drawing.error ?? exporting.error} />
    </Paper>
  )
}
