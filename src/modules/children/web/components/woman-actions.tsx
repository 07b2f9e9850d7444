import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { Pregnancy } from '../../shared/contract-pregnancies.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { isBirthOf } from '../../shared/pregnancy.ts'
import { BirthDialog, EditPregnancyDialog, EndPregnancyDialog } from './pregnancy-dialogs.tsx'

type Opened = 'edit' | 'end' | 'birth' | undefined

/** Birth (once a child can be born), change, stop; after the birth the way to the child. `isBrief`: in a list. */
export function WomanActions({ pregnancy, isBrief = false }: { pregnancy: Pregnancy; isBrief?: boolean }) {
  const t = useMessages(moveMessages)
  const may = useMay()
  const [opened, setOpened] = useState<Opened>(undefined)
  if (pregnancy.state !== 'expecting') return <ToChildren childIds={pregnancy.childIds} />
  if (!may('children.write')) return null
  return (
    <Group gap="xs" className="no-print">
      {isBirthOf(pregnancy.expectedOn, todayHere()) ? (
        <Button variant={isBrief ? 'default' : 'filled'} onClick={() => setOpened('birth')}>
          {t('children.pregnancy-birth')}
        </Button>
      ) : null}
      {isBrief ? null : (
        <>
          <Button variant="default" onClick={() => setOpened('edit')}>
            {t('children.pregnancy-edit')}
          </Button>
          <Button variant="subtle" onClick={() => setOpened('end')}>
            {t('children.pregnancy-end')}
          </Button>
        </>
      )}
      <Dialog pregnancy={pregnancy} opened={opened} onClose={() => setOpened(undefined)} />
    </Group>
  )
}

type DialogProps = { pregnancy: Pregnancy; opened: Opened; onClose: () => void }

function Dialog({ opened, ...props }: DialogProps) {
  if (opened === 'birth') return <BirthDialog {...props} />
  if (opened === 'edit') return <EditPregnancyDialog {...props} />
  return opened === 'end' ? <EndPregnancyDialog {...props} /> : null
}

function ToChildren({ childIds }: { childIds: readonly string[] }) {
  const t = useMessages(moveMessages)
  if (childIds.length === 0) return null
  return (
    <Group gap="md">
      {childIds.map((id) => (
        <PageLink key={id} to={`/children/${id}`}>
          {t('children.pregnancy-open-child')}
        </PageLink>
      ))}
    </Group>
  )
}
