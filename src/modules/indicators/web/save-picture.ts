/** Twice the size on the screen, so that it is sharp in a document. */
const scale = 2

/** The chart in a frame as a PNG file, with its name above it: a picture goes on without its page. */
export async function savePicture(frame: HTMLElement, name: string): Promise<void> {
  const drawing = frame.querySelector('svg')
  if (!drawing) return
  const { width, height } = drawing.getBoundingClientRect()
  const text = new XMLSerializer().serializeToString(drawing)
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  const head = 40
  canvas.width = width * scale
  canvas.height = (height + head) * scale
  const pen = canvas.getContext('2d')
  if (!pen) return
  const style = getComputedStyle(document.body)
  pen.scale(scale, scale)
  pen.fillStyle = style.backgroundColor
  pen.fillRect(0, 0, width, height + head)
  pen.fillStyle = style.color
  pen.font = `16px ${style.fontFamily}`
  pen.fillText(name, 12, 26, width - 24)
  pen.drawImage(picture, 0, head, width, height)
  const link = document.createElement('a')
  link.href = canvas.toDataURL('image/png')
  link.download = `${name}.png`
  link.click()
}
