import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { bandOf, bandsOf, type Scale } from '../../shared/bands.ts'
import { areasMessages } from '../../shared/messages.ts'
import { outlinesQuery } from '../requests.ts'
import '../areas.css'

/** The chart library is fetched only where boundaries were imported. */
const OutlineMap = lazy(async () => ({ default: (await import('./outline-map.tsx')).OutlineMap }))

export type AreaFigure = {
  id: string
  name: string
  /** Null: no figure yet, which is not zero. */
  value: number | null
  /** The value in words and unit: "87,5%". */
  text: string
  /** What stands on the tile for the name, for example a link. */
  label?: ReactNode
}

export type AreaMapProps = {
  label: string
  /** The place above: its outlines are the map. */
  parentId: string
  areas: readonly AreaFigure[]
  scale: Scale
}

/**
 * Figures of the places of one unit: on their boundaries where those were imported, else as tiles. Number, colour and
 * the thickness of an edge say the same; put a table with all figures beside it.
 */
export function AreaMap({ label, parentId, areas, scale }: AreaMapProps) {
  const { data: outlines = [] } = useQuery(outlinesQuery(parentId))
  const drawn = new Set(outlines.map(({ areaId }) => areaId))
  const isWhole = areas.length > 0 && areas.every(({ id }) => drawn.has(id))
  return (
    <div>
      {isWhole ? (
        <Suspense fallback={<Loading />}>
          <OutlineMap label={label} areas={areas} outlines={outlines} scale={scale} />
        </Suspense>
      ) : (
        <Tiles label={label} areas={areas} scale={scale} />
      )}
      <Legend scale={scale} />
    </div>
  )
}

function Tiles({ label, areas, scale }: Pick<AreaMapProps, 'label' | 'areas' | 'scale'>) {
  const t = useMessages(areasMessages)
  return (
    <ul className="area-tiles" aria-label={label}>
      {areas.map(({ id, name, value, text, label: shown }) => {
        const band = value === null ? undefined : bandOf(value, scale)
        return (
          <li key={id} className="area-tile" data-band={band}>
            <span>{shown ?? name}</span>
            <strong>{value === null ? t('areas.no-value') : text}</strong>
          </li>
        )
      })}
    </ul>
  )
}

function Legend({ scale }: { scale: Scale }) {
  const t = useMessages(areasMessages)
  return (
    <ul className="area-legend" aria-label={t('areas.legend')}>
      {bandsOf(scale).map(({ band, from, to }) => (
        <li key={band}>
          <span data-band={band} aria-hidden />
          {t('areas.band', {
            from: `${formatNumber(from)}${scale.unit}`,
            to: `${formatNumber(to)}${scale.unit}`,
          })}
        </li>
      ))}
    </ul>
  )
}
