import { Link, useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import type { Place } from '#platform/web/page.tsx'
import { frameMessages } from '../messages.ts'
import { type Destination, destinations } from './navigation.ts'
import { phoneBar } from './phone-bar.ts'

const WorkBadge = lazy(async () => ({ default: (await import('#modules/tasks/web/public.tsx')).WorkBadge }))
const MorePlaces = lazy(async () => ({ default: (await import('./more-places.tsx')).MorePlaces }))

/** A rail on the left of wide screens, a bar at the foot of phones; what the bar has no room for opens from its end. */
export function Navigation() {
  const t = useMessages(frameMessages)
  const may = useMay()
  const here = useMatches({ select: (matches) => matches.at(-1)?.staticData.place })
  const { shown, further } = phoneBar(destinations.filter(({ needs }) => may(needs)))
  return (
    <nav className="frame-places no-print" aria-label={t('frame.places')}>
      <ul>
        {shown.map((one) => (
          <li key={one.place}>
            <PlaceLink destination={one} here={here} />
          </li>
        ))}
        {further.map((one) => (
          <li key={one.place} className="frame-wide">
            <PlaceLink destination={one} here={here} />
          </li>
        ))}
        {further.length > 0 ? (
          <li className="frame-phone">
            <Suspense fallback={null}>
              <MorePlaces places={further} here={here} />
            </Suspense>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

function PlaceLink({ destination, here }: { destination: Destination; here: Place | undefined }) {
  const t = useMessages(frameMessages)
  const { place, to, icon: PlaceIcon } = destination
  return (
    <Link to={to} aria-current={place === here ? 'page' : undefined}>
      <PlaceIcon size={24} aria-hidden />
      <span>{t(`frame.${place}`)}</span>
      {place === 'work' ? (
        <Suspense fallback={null}>
          <WorkBadge />
        </Suspense>
      ) : null}
    </Link>
  )
}
