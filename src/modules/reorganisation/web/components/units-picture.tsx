import { Text } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { formatNumber } from '#base/numbers.ts'
import type { Preview } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import './units-picture.css'

/** Heights in pixels: one unit, and the box in it. */
const row = 68
const box = 52
const width = 900
const boxWidth = 330

/** More units than this are told in the table only: lines between thousands say nothing. */
const mostDrawn = 40

type Placed = { id: string; name: string; children: number; y: number }

function placed(units: readonly { id: string; name: string; children: number }[], height: number): Placed[] {
  const step = height / Math.max(units.length, 1)
  return units.map((unit, index) => ({ ...unit, y: step * (index + 0.5) }))
}

/** Old units left, new units right, lines between; on a phone a list. */
export function UnitsPicture({ preview }: { preview: Preview }) {
  const t = useMessages(reorganisationMessages)
  if (preview.old.length > mostDrawn || preview.new.length > mostDrawn) return null
  const height = Math.max(preview.old.length, preview.new.length, 1) * row
  const left = placed(
    preview.old.map(({ id, name, touched }) => ({ id, name, children: touched.children })),
    height,
  )
  const right = placed(preview.new, height)
  return (
    <>
      <svg
        className="units-picture"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('reorganisation.picture')}
      >
        <Lines links={preview.links} left={left} right={right} />
        {left.map((unit) => (
          <UnitBox key={unit.id} unit={unit} x={0} />
        ))}
        {right.map((unit) => (
          <UnitBox key={unit.id} unit={unit} x={width - boxWidth} />
        ))}
      </svg>
      <Text c="dimmed" className="units-picture-words">
        {t('reorganisation.picture')}
      </Text>
      <UnitsList preview={preview} />
    </>
  )
}

type LinesProps = { links: Preview['links']; left: readonly Placed[]; right: readonly Placed[] }

function Lines({ links, left, right }: LinesProps) {
  const [start, end] = [boxWidth, width - boxWidth]
  const middle = (start + end) / 2
  return links.map(({ fromId, toId, extent }) => {
    const from = left.find(({ id }) => id === fromId)
    const to = right.find(({ id }) => id === toId)
    if (!from || !to) return null
    return (
      <path
        key={`${fromId} ${toId}`}
        d={`M ${start} ${from.y} C ${middle} ${from.y}, ${middle} ${to.y}, ${end} ${to.y}`}
        data-extent={extent}
      />
    )
  })
}

/** The same on a phone. */
function UnitsList({ preview }: { preview: Preview }) {
  const t = useMessages(reorganisationMessages)
  return (
    <ul className="units-list">
      {preview.old.map(({ id, name, touched }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span>{t('reorganisation.children-here', { count: formatNumber(touched.children) })}</span>
          {preview.links
            .filter(({ fromId }) => fromId === id)
            .map(({ toId }) => (
              <span key={toId}>
                {t('reorganisation.goes-to', {
                  name: preview.new.find((unit) => unit.id === toId)?.name ?? '',
                })}
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

function UnitBox({ unit, x }: { unit: Placed; x: number }) {
  const t = useMessages(reorganisationMessages)
  return (
    <g transform={`translate(${x} ${unit.y - box / 2})`}>
      <rect width={boxWidth} height={box} rx={8} />
      <text x={14} y={22} className="units-picture-name">
        {unit.name}
      </text>
      <text x={14} y={42}>
        {t('reorganisation.children-here', { count: formatNumber(unit.children) })}
      </text>
    </g>
  )
}
