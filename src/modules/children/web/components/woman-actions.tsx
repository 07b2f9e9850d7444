import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { Pregnancy } from '../../shared/contract-pregnancies.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { BirthDialog, EditPregnancyDialog, EndPregnancyDialog } from './pregnancy-dialogs.tsx'

/** Birth, change, stop; after the birth the way to the child. */
export function WomanActions({ pregnancy }: { pregnancy: Pregnancy }) {
  const t = useMessages(moveMessages)
  const may = useMay()
  const [opened, setOpened] = useState<'edit' | 'end' | 'birth' | undefined>(undefined)
  const props = { pregnancy, onClose: () => setOpened(undefined) }
  if (pregnancy.state !== 'expecting')
    return pregnancy.childIds.map((id) => (
      <PageLink key={id} to={`/children/${id}`}>
        {t('children.pregnancy-open-child')}
      </PageLink>
    ))
  if (!may('children.write')) return null
  return (
    <Group gap="xs" className="no-print">
      <Button onClick={() => setOpened('birth')}>{t('children.pregnancy-birth')}</Button>
      <Button variant="default" onClick={() => setOpened('edit')}>
        {t('children.pregnancy-edit')}
      </Button>
      <Button variant="subtle" onClick={() => setOpened('end')}>
        {t('children.pregnancy-end')}
      </Button>
      {opened === 'birth' ? <BirthDialog {...props} /> : null}
      {opened === 'edit' ? <EditPregnancyDialog {...props} /> : null}
      {opened === 'end' ? <EndPregnancyDialog {...props} /> : null}
    </Group>
  )
}
