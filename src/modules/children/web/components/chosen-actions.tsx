import { Button, Group, Text } from '@mantine/core'
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

/** What can be done with the children that were ticked. Printing leaves the others out (children.css). */
export function ChosenActions({ ids, onNone }: { ids: readonly string[]; onNone: () => void }) {
  const t = useMessages(moveMessages)
  const may = useMay()
  const [isWriting, setWriting] = useState(false)
  const save = useMutation({
    mutationFn: () => api.download('/children/export', { ids: ids.join(',') }),
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
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('children.chosen-export')}
          </Button>
        ) : null}
        <Button variant="default" onClick={() => globalThis.print()}>
          {t('children.chosen-print')}
        </Button>
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
