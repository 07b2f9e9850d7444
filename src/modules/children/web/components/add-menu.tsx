import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import type { Child } from '../../shared/contract.ts'
import { FactKind } from '../../shared/contract-facts.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { CircumstanceDialog } from './circumstance-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'

/** Everything that can be written about the child, two taps away. */
export function AddMenu({ child }: { child: Child }) {
  const t = useMessages(factMessages)
  const go = useGo()
  const [opened, setOpened] = useState<FactKind | 'circumstance' | undefined>(undefined)
  const close = () => setOpened(undefined)
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button leftSection={<IconPlus size={20} aria-hidden />}>{t('children.add')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[...FactKind.options, 'circumstance' as const].map((kind) => (
            <Menu.Item key={kind} onClick={() => setOpened(kind)}>
              {t(`children.fact-${kind}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => go('/children/new', { twinOf: child.id })}>
            {t('children.add-twin')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'circumstance' ? <CircumstanceDialog childId={child.id} onClose={close} /> : null}
      {opened !== undefined && opened !== 'circumstance' ? (
        <FactDialog child={child} kind={opened} onClose={close} />
      ) : null}
    </>
  )
}
