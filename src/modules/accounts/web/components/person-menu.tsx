import { ActionIcon, Menu } from '@mantine/core'
import { IconLogout, IconShieldLock, IconUserCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { signOut } from '../authentication.ts'

/** The person's own menu; `children` are choices of the frame (language, ground). */
export function PersonMenu({ children }: { children: ReactNode }) {
  const t = useMessages(accountsMessages)
  const s = useMessages(securityMessages)
  const go = useGo()
  const { fullName } = useActor()
  const leave = async () => {
    await signOut()
    // A fresh page: nothing that was read stays in memory.
    globalThis.location.assign('/')
  }
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon color="gray" aria-label={t('accounts.me', { name: fullName })}>
          <IconUserCircle size={26} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{fullName}</Menu.Label>
        <Menu.Item leftSection={<IconShieldLock size={20} aria-hidden />} onClick={() => go('/security')}>
          {s('accounts.security')}
        </Menu.Item>
        <Menu.Divider />
        {children}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={20} aria-hidden />} onClick={() => void leave()}>
          {t('accounts.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
