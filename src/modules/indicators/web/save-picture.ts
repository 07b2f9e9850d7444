/** Twice the size on the screen, so that it is sharp in a document. */
const scale = 2
/** Height of the caption above and of the line below, in pixels of the screen. */
const [head, foot] = [40, 30]

export type Caption = {
  /** Stands above the picture and names the file. */
  name: string
  /** Source and day, below the picture: it goes on without its page. */
  note: string
}

/** A picture in a frame as a PNG file: a chart drawn as SVG, or the tiles of places. */
export async function savePicture(frame: HTMLElement, { name, note }: Caption): Promise<void> {
  const drawing = frame.querySelector('svg')
  const tiles = [...frame.querySelectorAll<HTMLElement>('[data-tile], .area-tile')]
  const { width, height } = (drawing ?? frame).getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = (height + head + foot) * scale
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.scale(scale, scale)
  const style = getComputedStyle(document.body)
  pen.fillStyle = style.backgroundColor
  pen.fillRect(0, 0, width, height + head + foot)
  pen.fillStyle = style.color
  pen.font = `16px ${style.fontFamily}`
  pen.fillText(name, 12, 26, width - 24)
  pen.font = `13px ${style.fontFamily}`
  pen.fillText(note, 12, head + height + 20, width - 24)
  if (drawing) pen.drawImage(await pictureOf(drawing), 0, head, width, height)
  else drawTiles(pen, frame, tiles)
  const link = document.createElement('a')
  link.href = canvas.toDataURL('image/png')
  link.download = `${name}.png`
  link.click()
}

async function pictureOf(drawing: SVGElement): Promise<HTMLImageElement> {
  const text = new XMLSerializer().serializeToString(drawing)
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await picture.decode()
  return picture
}

/** Each tile where it stands: its ground, the edge that says its band, its name and its number. */
function drawTiles(pen: CanvasRenderingContext2D, frame: HTMLElement, tiles: readonly HTMLElement[]): void {
  const origin = frame.getBoundingClientRect()
  for (const tile of tiles) {
    const { left, top, width, height } = tile.getBoundingClientRect()
    const [x, y] = [left - origin.left, top - origin.top + head]
    const style = getComputedStyle(tile)
    const edge = Number.parseFloat(style.borderLeftWidth)
    pen.fillStyle = style.backgroundColor
    pen.fillRect(x, y, width, height)
    pen.strokeStyle = style.borderTopColor
    pen.strokeRect(x, y, width, height)
    pen.fillStyle = style.borderLeftColor
    pen.fillRect(x, y, edge, height)
    pen.fillStyle = style.color
    const [name, value] = [tile.querySelector('span'), tile.querySelector('strong')]
    pen.font = `15px ${style.fontFamily}`
    pen.fillText(name?.textContent ?? '', x + edge + 8, y + 24, width - edge - 16)
    pen.font = `bold 17px ${style.fontFamily}`
    pen.fillText(value?.textContent ?? '', x + edge + 8, y + height - 12, width - edge - 16)
  }
}
