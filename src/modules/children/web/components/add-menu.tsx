import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, Suspense, useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { childPageAdditions } from '#platform/web/slots.tsx'
import type { Child } from '../../shared/contract.ts'
import { FactKind } from '../../shared/contract-facts.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { CircumstanceDialog } from './circumstance-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'

type Dialog = (close: () => void) => ReactNode

/** Everything that this person may write about the child, two taps away. */
export function AddMenu({ child }: { child: Child }) {
  const t = useMessages(factMessages)
  const may = useMay()
  const [dialog, setDialog] = useState<{ render: Dialog } | undefined>(undefined)
  const show = (render: Dialog) => setDialog({ render })
  const additions = childPageAdditions.filter(({ needs }) => may(needs))
  if (additions.length === 0 && !may('children.write')) return null
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button leftSection={<IconPlus size={20} aria-hidden />}>{t('children.add')}</Button>
        </Menu.Target>
        <Menu.Dropdown className="children-add">
          {additions.map(({ key, Items }) => (
            <Suspense key={key} fallback={null}>
              <Items childId={child.id} show={show} />
            </Suspense>
          ))}
          {may('children.write') ? <RegisterItems child={child} show={show} /> : null}
        </Menu.Dropdown>
      </Menu>
      {dialog?.render(() => setDialog(undefined))}
    </>
  )
}

/** What the register itself keeps of a child. */
function RegisterItems({ child, show }: { child: Child; show: (dialog: Dialog) => void }) {
  const t = useMessages(factMessages)
  const go = useGo()
  return (
    <>
      <Menu.Divider />
      {FactKind.options.map((kind) => (
        <Menu.Item
          key={kind}
          onClick={() => show((close) => <FactDialog child={child} kind={kind} onClose={close} />)}
        >
          {t(`children.fact-${kind}`)}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => show((close) => <CircumstanceDialog childId={child.id} onClose={close} />)}>
        {t('children.fact-circumstance')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => go('/children/new', { twinOf: child.id })}>
        {t('children.add-twin')}
      </Menu.Item>
    </>
  )
}
