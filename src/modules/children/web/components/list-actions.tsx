import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, useGo } from '#platform/web/page-link.tsx'
import { householdMessages } from '../../shared/messages-households.ts'
import { mergeMessages } from '../../shared/messages-merge.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'

/** Adding; what keeps the register in order stands behind one button, on a phone the import of a roster too. */
export function ListActions() {
  const t = useMessages(childrenMessages)
  const may = useMay()
  return (
    <>
      <OrderMenu />
      {may('children.import') ? (
        <PageButton
          to="/children/imports"
          variant="default"
          className="children-wide"
          leftSection={<IconFileImport size={20} aria-hidden />}
        >
          {t('children.roster')}
        </PageButton>
      ) : null}
      {may('children.write') ? (
        <PageButton
          to="/children/new"
          className="children-head-button"
          leftSection={<IconPlus size={20} aria-hidden />}
        >
          {t('children.new')}
        </PageButton>
      ) : null}
    </>
  )
}

function OrderMenu() {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const merging = useMessages(mergeMessages)
  const together = useMessages(householdMessages)
  const may = useMay()
  const go = useGo()
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          className="children-head-button"
          rightSection={<IconChevronDown size={18} aria-hidden />}
        >
          {t('children.other-work')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('children.import') ? (
          <Menu.Item className="children-narrow" onClick={() => go('/children/imports')}>
            {words('children.roster')}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => go('/children/pregnancies')}>{t('children.pregnancies')}</Menu.Item>
        <Menu.Item onClick={() => go('/children/cleaning')}>{t('children.cleaning')}</Menu.Item>
        <Menu.Item onClick={() => go('/children/steps')}>{together('children.steps')}</Menu.Item>
        <Menu.Item onClick={() => go('/children/moves')}>{t('children.moves')}</Menu.Item>
        {may('children.merge') ? (
          <Menu.Item onClick={() => go('/children/pairs')}>{merging('children.merge-title')}</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
