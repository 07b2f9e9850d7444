export type Language = 'vi' | 'en'
/** Values for the holes of a text, by their names. */
export type Holes = Readonly<Record<string, string | number>>
export type Messages<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** A module's texts in both languages. Vietnamese is the source: English must have the same keys. */
export function defineMessages<const Vi extends Record<string, string>>(texts: {
  vi: Vi
  en: Record<keyof Vi, string>
}): Messages<Extract<keyof Vi, string>> {
  return texts
}

/** Puts values into the named holes: fill('Còn {n} trẻ', { n: 3 }) is 'Còn 3 trẻ'. */
export function fill(text: string, holes: Holes = {}): string {
  if (!text.includes('{')) return text
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole))
}

/** The text of a key in one language; a hole without a value stays as it is written. */
export function translate<Key extends string>(
  messages: Messages<Key>,
  language: Language,
  key: Key,
  holes?: Holes,
): string {
  return fill(messages[language][key], holes)
}
