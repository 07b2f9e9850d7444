/** One level of a list of Word: "%1." with `upperRoman` prints "I.". Source: ECMA-376 part 1, 17.9. */
export type NumberedLevel = { format: string; text: string; start: number; isLegal: boolean }

export type NumberedList = {
  /** Lists of one definition count on together. */
  definition: string
  levels: (NumberedLevel | undefined)[]
  /** The number a level begins with when this list is first used. */
  restarts: ReadonlyMap<number, number>
}

export type Numbering = {
  lists: ReadonlyMap<string, NumberedList>
  /** Levels that are tied to a paragraph style. */
  levelOfStyle: ReadonlyMap<string, number>
}

/** word/numbering.xml. */
export function readNumbering(xml: string): Numbering {
  const definitions = new Map<string, (NumberedLevel | undefined)[]>()
  const levelOfStyle = new Map<string, number>()
  for (const [, id = '', body = ''] of xml.matchAll(
    /<w:abstractNum\s[^>]*?w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g,
  )) {
    const levels: (NumberedLevel | undefined)[] = []
    for (const [, at = '0', level = ''] of body.matchAll(
      /<w:lvl\s[^>]*?w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/g,
    )) {
      levels[Number(at)] = readLevel(level)
      const style = valueOf(level, 'pStyle')
      if (style !== undefined) levelOfStyle.set(style, Number(at))
    }
    definitions.set(id, levels)
  }
  return { lists: readLists(xml, definitions), levelOfStyle }
}

function readLevel(xml: string): NumberedLevel {
  return {
    format: valueOf(xml, 'numFmt') ?? 'decimal',
    text: valueOf(xml, 'lvlText') ?? '',
    start: Number(valueOf(xml, 'start') ?? 1),
    isLegal: /<w:isLgl\b/.test(xml),
  }
}

function readLists(
  xml: string,
  definitions: ReadonlyMap<string, (NumberedLevel | undefined)[]>,
): Map<string, NumberedList> {
  const lists = new Map<string, NumberedList>()
  for (const [, id = '', body = ''] of xml.matchAll(
    /<w:num\s[^>]*?w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g,
  )) {
    const definition = valueOf(body, 'abstractNumId') ?? ''
    const restarts = new Map(
      [
        ...body.matchAll(
          /<w:lvlOverride\s[^>]*?w:ilvl="(\d)"[^>]*>\s*<w:startOverride\s[^>]*?w:val="(\d+)"/g,
        ),
      ].map(([, level, start]) => [Number(level), Number(start)] as const),
    )
    lists.set(id, { definition, levels: definitions.get(definition) ?? [], restarts })
  }
  return lists
}

type StyleNumber = { numId: string; level: number | undefined }
export type StyleNumbers = ReadonlyMap<string, StyleNumber>

/** word/styles.xml: the list a paragraph style brings along, its own or that of the style it is based on. */
export function readStyles(xml: string): StyleNumbers {
  const own = new Map<string, StyleNumber>()
  const bases = new Map<string, string>()
  for (const [, id = '', body = ''] of xml.matchAll(
    /<w:style\s[^>]*?w:styleId="([^"]+)"[^>]*>([\s\S]*?)<\/w:style>/g,
  )) {
    const [numId, base] = [valueOf(body, 'numId'), valueOf(body, 'basedOn')]
    if (numId !== undefined) own.set(id, { numId, level: numberOf(valueOf(body, 'ilvl')) })
    if (base !== undefined) bases.set(id, base)
  }
  const inherited = [...bases.keys()].flatMap((id) => {
    const found = ofBase(id, own, bases)
    return found ? [[id, found] as const] : []
  })
  return new Map([...inherited, ...own])
}

/** Styles stand a few levels deep; a circle among them ends too. */
const deepest = 10

function ofBase(
  id: string,
  own: ReadonlyMap<string, StyleNumber>,
  bases: ReadonlyMap<string, string>,
): StyleNumber | undefined {
  let base = bases.get(id)
  for (let step = 0; step < deepest && base !== undefined; step += 1) {
    const found = own.get(base)
    if (found) return found
    base = bases.get(base)
  }
  return undefined
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** The `w:val` of the first element of that name in a piece of XML. */
export function valueOf(xml: string, name: string): string | undefined {
  return new RegExp(String.raw`<w:${name}\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
}
