import { Link, useMatches } from '@tanstack/react-router'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'
import { destinations } from './navigation.ts'

/** A rail on the left of wide screens, a bar at the foot of phones. */
export function Navigation() {
  const t = useMessages(frameMessages)
  const may = useMay()
  const here = useMatches({ select: (matches) => matches.at(-1)?.staticData.place })
  return (
    <nav className="frame-places no-print" aria-label={t('frame.places')}>
      <ul>
        {destinations
          .filter(({ needs }) => may(needs))
          .map(({ place, to, icon: PlaceIcon }) => (
            <li key={place}>
              <Link to={to} aria-current={place === here ? 'page' : undefined}>
                <PlaceIcon size={24} aria-hidden />
                <span>{t(`frame.${place}`)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
