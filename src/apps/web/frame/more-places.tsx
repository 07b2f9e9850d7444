import { Menu, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMessages } from '#platform/web/language.tsx'
import type { Place } from '#platform/web/page.tsx'
import { frameMessages } from '../messages.ts'
import type { Destination } from './navigation.ts'

type MorePlacesProps = { places: readonly Destination[]; here: Place | undefined }

/** The end of a phone's bar: opens the places that have no room in it, and says when one of them is open. */
export function MorePlaces({ places, here }: MorePlacesProps) {
  const t = useMessages(frameMessages)
  const current = places.find(({ place }) => place === here)
  const label = current ? t('frame.more-here', { page: t(`frame.${current.place}`) }) : t('frame.more-label')
  return (
    <Menu position="top-end" width={280}>
      <Menu.Target>
        <UnstyledButton aria-label={label} aria-current={current ? true : undefined}>
          <IconDots size={24} aria-hidden />
          <span>{t('frame.more')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ place, to, icon: PlaceIcon }) => (
          <Menu.Item
            key={place}
            className="frame-further"
            leftSection={<PlaceIcon size={24} aria-hidden />}
            rightSection={place === here ? t('frame.here') : null}
            aria-current={place === here ? 'page' : undefined}
            renderRoot={(root) => <Link {...root} to={to} />}
          >
            {t(`frame.${place}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
