import { Menu, UnstyledButton } from '@mantine/core'
import { IconBuilding, IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useActor } from '#platform/web/actor.tsx'
import { chooseGrant } from '#platform/web/grant.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { meQuery } from '../requests.ts'
import { useGrantDates } from './grant-words.tsx'
import { useRoleName } from './role-name.ts'
import './grant-menu.css'

/** The unit and role a person acts under, always in sight; tapping it changes them. */
export function GrantMenu() {
  const t = useMessages(accountsMessages)
  const actor = useActor()
  const { language } = useLanguage()
  const role = useRoleName()
  const dates = useGrantDates()
  const { data: me } = useQuery(meQuery)
  const change = (grantId: string) => {
    chooseGrant(grantId)
    // Everything on the screen was read under the other grant.
    globalThis.location.assign('/')
  }
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <UnstyledButton
          className="grant-menu"
          aria-label={t('accounts.grant-menu', { role, area: actor.area.name })}
        >
          <IconBuilding size={22} aria-hidden className="grant-menu-icon" />
          <span className="grant-menu-words">
            <strong>{actor.area.name}</strong>
            <span>{role}</span>
          </span>
          <IconChevronDown size={18} aria-hidden className="grant-menu-arrow" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('accounts.grant-choose')}</Menu.Label>
        {me?.grants.map((grant) => (
          <Menu.Item
            key={grant.id}
            onClick={() => change(grant.id)}
            rightSection={grant.id === actor.grantId ? <IconCheck size={20} aria-hidden /> : null}
            aria-current={grant.id === actor.grantId}
          >
            <strong>{grant.roleName[language]}</strong>
            <br />
            {grant.area.fullName}
            <br />
            <span className="grant-menu-dates">{dates(grant)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
