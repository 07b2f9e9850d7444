import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { mostTogether } from '../../shared/contract-together.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { TogetherDialog } from './together-dialog.tsx'

type ChosenProps = { ids: readonly string[]; columns: readonly string[]; onNone: () => void }

/**
 * What can be done with the children that were ticked. Printing leaves the others out (children.css); a workbook has
 * the columns shown.
 */
export function ChosenActions({ ids, columns, onNone }: ChosenProps) {
  const t = useMessages(moveMessages)
  const may = useMay()
  const [isWriting, setWriting] = useState(false)
  const save = useMutation({
    mutationFn: () => api.download('/children/export', { ids: ids.join(','), columns: columns.join(',') }),
  })
  if (ids.length === 0) return null
  const isTooMany = ids.length > mostTogether
  return (
    <div className="children-chosen no-print" role="status">
      <Group gap="sm">
        <Text fw={600}>{t('children.chosen', { count: ids.length })}</Text>
        {may('services.record') && !isTooMany ? (
          <PageButton to="/sessions" search={{ childIds: ids.join(',') }}>
            {t('children.chosen-service')}
          </PageButton>
        ) : null}
        {may('children.write') && !isTooMany ? (
          <Button onClick={() => setWriting(true)}>{t('children.chosen-write')}</Button>
        ) : null}
        {may('children.export') ? (
          <Button
            variant="default"
            className="children-wide"
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('children.chosen-export')}
          </Button>
        ) : null}
        <Button variant="default" className="children-wide" onClick={() => globalThis.print()}>
          {t('children.chosen-print')}
        </Button>
        <MoreActions onExport={may('children.export') ? () => save.mutate() : undefined} />
        <Button variant="subtle" onClick={onNone}>
          {t('children.chosen-none')}
        </Button>
      </Group>
      {isTooMany ? <Text>{t('children.chosen-many', { most: mostTogether })}</Text> : null}
      <ProblemNote problem={save.error} />
      {isWriting ? <TogetherDialog ids={ids} onClose={() => setWriting(false)} /> : null}
    </div>
  )
}

/** On a phone what is done more rarely stands behind one button, so that the children stay in sight. */
function MoreActions({ onExport }: { onExport: (() => void) | undefined }) {
  const t = useMessages(moveMessages)
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={44}
          className="children-narrow"
          aria-label={t('children.chosen-more')}
        >
          <IconDots size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onExport ? <Menu.Item onClick={onExport}>{t('children.chosen-export')}</Menu.Item> : null}
        <Menu.Item onClick={() => globalThis.print()}>{t('children.chosen-print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
