import { type DocxParts, withPrintedNumbers } from './docx-numbers.ts'

/**
 * word/document.xml as its reader sees it on the page (ECMA-376 part 1, 17.3): automatic numbers written out, text
 * boxes once, hidden text left out, capitals that are only a format as capitals, fields and formulas as their text.
 */
export function preparedDocument({ document, numbering, styles }: DocxParts): string {
  const once = boxesAsPictures(withoutChoices(document.replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')))
  return withPrintedNumbers({ document: once.replace(formatted, asPrinted), numbering, styles })
    .replace(/<w:fldSimple\b[^>]*>|<\/w:fldSimple>/g, '')
    .replace(/<m:oMath>([\s\S]*?)<\/m:oMath>/g, (_, formula: string) => textRun(formula))
    .replace(/<w:br\s[^>]*w:type="(?:page|column)"[^>]*>/g, '<w:br/>')
}

const choiceTags = /<mc:Choice\b[^>]*>|<\/mc:Choice>/g

/**
 * Word writes a text box twice, for itself and for older programs; the second copy is the one that is read. A box
 * that comes without it keeps the first as if it were the second. Boxes may stand inside boxes.
 */
function withoutChoices(xml: string): string {
  const kept: string[] = []
  let [depth, from, start] = [0, 0, 0]
  for (const { 0: tag, index } of xml.matchAll(choiceTags)) {
    const closes = tag.startsWith('</')
    depth += closes ? -1 : 1
    if (!closes && depth === 1) start = index
    if (!closes || depth !== 0) continue
    const end = index + tag.length
    const isOnly = !/^\s*<mc:Fallback\b/.test(xml.slice(end, end + 200))
    kept.push(xml.slice(from, start))
    if (isOnly) kept.push(xml.slice(start, end).replace(choiceTags, asFallback))
    from = end
  }
  return [...kept, xml.slice(from)].join('')
}

function asFallback(tag: string): string {
  return tag.startsWith('</') ? '</mc:Fallback>' : '<mc:Fallback>'
}

/** A box drawn the new way, as the old way that is read. */
function boxesAsPictures(xml: string): string {
  return xml.replace(/<w:drawing>[\s\S]*?<\/w:drawing>/g, (drawing) => {
    const boxes = drawing.match(/<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g) ?? []
    return boxes.length === 0 ? drawing : `<w:pict>${boxes.join('')}</w:pict>`
  })
}

/** A run of text with properties of its own; one that holds a drawing is left alone. */
const formatted =
  /<w:r(?:\s[^>]*)?>\s*<w:rPr>((?:(?!<\/w:rPr>)[\s\S])*)<\/w:rPr>((?:(?!<w:p[\s>])[\s\S])*?)<\/w:r>/g

function asPrinted(run: string, properties: string): string {
  if (isOn(properties, 'vanish')) return ''
  if (!isOn(properties, 'caps')) return run
  return run.replace(/(<w:t(?:\s[^>]*)?>)([^<]*)/g, (_, tag: string, text: string) => tag + capitals(text))
}

/** `<w:caps/>` is on, `<w:caps w:val="0"/>` is off. */
function isOn(properties: string, name: string): boolean {
  const value = new RegExp(String.raw`<w:${name}(?:\s+w:val="([^"]*)")?\s*/>`).exec(properties)
  return value !== null && !/^(?:0|false|off)$/.test(value[1] ?? '')
}

function capitals(text: string): string {
  return text.replace(/&[^;]*;|[^&]+/g, (piece) => (piece.startsWith('&') ? piece : piece.toUpperCase()))
}

function textRun(formula: string): string {
  const text = [...formula.matchAll(/<m:t(?:\s[^>]*)?>([^<]*)/g)].map((match) => match[1] ?? '')
  return `<w:r><w:t xml:space="preserve">${text.join('')}</w:t></w:r>`
}
