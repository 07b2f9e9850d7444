import type { ChartLine, ChartPoint } from './chart-lines.ts'

export type Drawing = {
  lines: readonly ChartLine[]
  points: readonly Pick<ChartPoint, 'x' | 'y'>[]
  title: string
  xLabel: string
  yLabel: string
  /** The lower axis counts months, not centimetres. */
  inMonths: boolean
}

/** Millimetres on A4, and the room for numbers and words around the lines. */
export const drawingSize = { width: 186, height: 118 } as const
const room = { left: 15, right: 12, top: 9, bottom: 14 } as const

/** Printed without colour the lines still differ: whole, long and short dashes. */
const looks: Readonly<Record<number, { stroke: string; dash: string }>> = {
  0: { stroke: '#1b7f3b', dash: '' },
  2: { stroke: '#b26a00', dash: ' stroke-dasharray="2.4 1.2"' },
  3: { stroke: '#b3261e', dash: ' stroke-dasharray="0.9 0.9"' },
}

type Scale = { from: number; to: number; step: number }

/** Whole steps that a person reads well: 1, 2, 5 and their tens, six to twelve of them. */
function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const rough = (most - least || 1) / 10
  const ten = 10 ** Math.floor(Math.log10(rough))
  const step = ten * ([1, 2, 5, 10].find((one) => one * ten >= rough) ?? 10)
  return { from: Math.floor(least / step) * step, to: Math.ceil(most / step) * step, step }
}

const ticks = ({ from, to, step }: Scale): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, place) => from + place * step)

const round = (value: number): string => value.toFixed(2)

function words(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

type TextAt = { x: number; y: number; size?: number; anchor?: 'start' | 'middle' | 'end' }

function textAt(text: string, { x, y, size = 3.2, anchor = 'middle' }: TextAt): string {
  return `<text x="${round(x)}" y="${round(y)}" font-family="Tinos" font-size="${size}" text-anchor="${anchor}">${words(text)}</text>`
}

type Placing = { x: (value: number) => number; y: (value: number) => number }

/** By years on the axis of months: 0, 6, 12 ... */
function monthScale(values: readonly number[], inMonths: boolean): Scale {
  return inMonths ? { from: Math.min(...values), to: Math.max(...values), step: 6 } : scaleOf(values)
}

function grid(x: Scale, y: Scale, at: Placing): string[] {
  const { width, height } = drawingSize
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `<polyline points="${round(x1)},${round(y1)} ${round(x2)},${round(y2)}" fill="none" stroke="#cfd4da" stroke-width="0.15"/>`
  return [
    ...ticks(x).flatMap((value) => [
      line(at.x(value), room.top, at.x(value), height - room.bottom),
      textAt(String(Math.round(value)), { x: at.x(value), y: height - room.bottom + 4 }),
    ]),
    ...ticks(y).flatMap((value) => [
      line(room.left, at.y(value), width - room.right, at.y(value)),
      textAt(String(Number(value.toFixed(1))).replace('.', ','), {
        x: room.left - 1.5,
        y: at.y(value) + 1,
        anchor: 'end',
      }),
    ]),
  ]
}

function whoLine({ z, points }: ChartLine, at: Placing): string[] {
  const { stroke, dash } = looks[Math.abs(z)] ?? { stroke: '#1b7f3b', dash: '' }
  const places = points.map(([x, y]) => `${round(at.x(x))},${round(at.y(y))}`).join(' ')
  const last = points.at(-1)
  const name = z > 0 ? `+${z}` : String(z)
  return [
    `<polyline points="${places}" fill="none" stroke="${stroke}" stroke-width="0.45"${dash}/>`,
    last ? textAt(name, { x: at.x(last[0]) + 1.5, y: at.y(last[1]) + 1, anchor: 'start' }) : '',
  ]
}

/**
 * A growth chart as SVG in millimetres, from plain lines and circles: WHO's lines at -3, -2, 0, +2 and +3 SD with the
 * child's own points on top. Empty when the standard has no such table.
 */
export function growthDrawing({ lines, points, title, xLabel, yLabel, inMonths }: Drawing): string {
  const all = lines.flatMap((line) => line.points)
  if (all.length === 0) return ''
  const { width, height } = drawingSize
  const x = monthScale(
    all.map(([value]) => value),
    inMonths,
  )
  const y = scaleOf([...all.map(([, value]) => value), ...points.map((point) => point.y)])
  const at: Placing = {
    x: (value) => room.left + ((value - x.from) / (x.to - x.from)) * (width - room.left - room.right),
    y: (value) =>
      height - room.bottom - ((value - y.from) / (y.to - y.from)) * (height - room.top - room.bottom),
  }
  const own = points.map((point) => `${round(at.x(point.x))},${round(at.y(point.y))}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm">`,
    `<polyline points="0,0 ${width},0 ${width},${height} 0,${height} 0,0" fill="none" stroke="#ffffff" stroke-width="0.1"/>`,
    textAt(title, { x: width / 2, y: 5, size: 4.2 }),
    ...grid(x, y, at),
    ...lines.flatMap((line) => whoLine(line, at)),
    `<polyline points="${own.join(' ')}" fill="none" stroke="#0b3d91" stroke-width="0.8"/>`,
    ...points.map(
      (point) => `<circle cx="${round(at.x(point.x))}" cy="${round(at.y(point.y))}" r="1.1" fill="#0b3d91"/>`,
    ),
    textAt(xLabel, { x: width / 2, y: height - 3 }),
    textAt(yLabel, { x: 2, y: 5, anchor: 'start' }),
    '</svg>',
  ].join('')
}
