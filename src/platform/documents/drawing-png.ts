import { crc32, deflateSync } from 'node:zlib'

/** Dots to the millimetre: 150 dpi. */
const density = 6

type Colour = readonly [number, number, number]
type Picture = { width: number; height: number; dots: Buffer }

function colourOf(text: string): Colour {
  const number = Number.parseInt(text.slice(1), 16)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}

function put(picture: Picture, x: number, y: number, colour: Colour): void {
  const { width, height, dots } = picture
  if (x < 0 || y < 0 || x >= width || y >= height) return
  const at = (y * width + x) * 3
  dots.set(colour, at)
}

type Stroke = { colour: Colour; thickness: number }

function segment(picture: Picture, [x1, y1, x2, y2]: [number, number, number, number], stroke: Stroke): void {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1)))
  const half = Math.max(0, Math.round((stroke.thickness - 1) / 2))
  for (let step = 0; step <= steps; step += 1) {
    const x = Math.round(x1 + ((x2 - x1) * step) / steps)
    const y = Math.round(y1 + ((y2 - y1) * step) / steps)
    for (let across = -half; across <= half; across += 1)
      for (let down = -half; down <= half; down += 1) put(picture, x + across, y + down, stroke.colour)
  }
}

const polyline = /<polyline points="([^"]+)" fill="none" stroke="(#[0-9a-f]{6})" stroke-width="([\d.]+)"/g

type Line = { places: (readonly [number, number])[]; look: Stroke }

function linesOf(svg: string): Line[] {
  return [...svg.matchAll(polyline)].map(([, points = '', stroke = '', thickness = '']) => ({
    places: points.split(' ').map((pair) => {
      const [x = '0', y = '0'] = pair.split(',')
      return [Number(x) * density, Number(y) * density] as const
    }),
    look: { colour: colourOf(stroke), thickness: Number(thickness) * density },
  }))
}

function draw(picture: Picture, svg: string): void {
  for (const { places, look } of linesOf(svg))
    for (const [index, [x2, y2]] of places.entries()) {
      const before = places[index - 1]
      if (before) segment(picture, [...before, x2, y2], look)
    }
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function png({ width, height, dots }: Picture): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8) // 8 bits, red green blue
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.from([0]), dots.subarray(row * width * 3, (row + 1) * width * 3)]),
  )
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/**
 * The lines of a drawing of ours as PNG, for readers of .docx that know no SVG (Word before 2016). Lengths in mm;
 * words are left out: the text beside the drawing says the same.
 */
export function drawingPng({
  svg,
  width,
  height,
}: {
  svg: string
  width: number
  height: number
}): Uint8Array {
  const size = { width: Math.round(width * density), height: Math.round(height * density) }
  const picture = { ...size, dots: Buffer.alloc(size.width * size.height * 3, 255) }
  draw(picture, svg)
  return png(picture)
}
