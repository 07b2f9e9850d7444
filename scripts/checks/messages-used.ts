import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { isTest, readSources, root, type Source, withoutComments } from './sources.ts'

const Texts = z.record(z.string(), z.string())
const Messages = z.object({ vi: Texts, en: Texts })

type Declared = { path: string; key: string; vi: string; en: string | undefined }

async function declaredIn({ path }: Source): Promise<Declared[]> {
  const loaded: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href)
  return Object.values(loaded).flatMap((value) => {
    const parsed = Messages.safeParse(value)
    if (!parsed.success) return []
    const { vi, en } = parsed.data
    const keys = new Set([...Object.keys(vi), ...Object.keys(en)])
    return [...keys].map((key) => ({ path, key, vi: vi[key] ?? '', en: en[key] }))
  })
}

/** Keys written whole ('children.save'), and the fixed beginnings of keys put together (`children.sex.${sex}`). */
function mentionsIn(sources: readonly Source[]): { whole: Set<string>; beginnings: Set<string> } {
  const whole = new Set<string>()
  const beginnings = new Set<string>()
  for (const source of sources) {
    const code = withoutComments(source.text)
    for (const [, key] of code.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)) if (key) whole.add(key)
    for (const [, start] of code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{/g))
      if (start) beginnings.add(start)
  }
  return { whole, beginnings }
}

function holesOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].toSorted().join(' ')
}

function textProblems({ path, key, vi, en }: Declared): string[] {
  if (!vi || !en) return [`${path}: '${key}' is missing in ${vi ? 'English' : 'Vietnamese'}`]
  return holesOf(vi) === holesOf(en)
    ? []
    : [`${path}: '${key}' has other holes in English (${holesOf(vi)} / ${holesOf(en)})`]
}

/** Both languages hold the same keys with the same holes; every key is used; every key that is used exists. */
export async function messagesComplete(): Promise<string[]> {
  const sources = readSources('src').filter((source) => !isTest(source))
  const isMessages = ({ path }: Source) =>
    /\/messages[^/]*\.ts$|\/texts[^/]*\.ts$/.test(path) && !path.startsWith('src/base/')
  const declared = (await Promise.all(sources.filter(isMessages).map(declaredIn))).flat()
  const byKey = new Map(declared.map((entry) => [entry.key, entry]))
  const { whole, beginnings } = mentionsIn(sources.filter((source) => !isMessages(source)))
  const unused = [...byKey.values()]
    .filter(({ key }) => !whole.has(key) && ![...beginnings].some((start) => key.startsWith(start)))
    .map(({ path, key }) => `${path}: '${key}' is used nowhere`)
  return [...declared.flatMap(textProblems), ...unused, ...(await missingKeys(sources, byKey))]
}

/** A literal key given to t(...) must be declared; the compiler sees this too, but not where a key is plain text. */
function missingKeys(sources: readonly Source[], byKey: ReadonlyMap<string, Declared>): Promise<string[]> {
  const missing = sources.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/\bt\(\s*'([a-z][\w.-]+)'/g)]
      .map(([, key]) => key ?? '')
      .filter((key) => !byKey.has(key))
      .map((key) => `${path}: '${key}' has no text`),
  )
  return Promise.resolve(missing)
}

/** Refusals have both languages by type; here: their holes agree. */
export async function problemHolesAgree(): Promise<string[]> {
  const sources = readSources('src').filter((source) => /\/problems[^/]*\.ts$/.test(source.path))
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(/vi: '([^']*)',\s*en: '([^']*)'/g)]
      .filter(([, vi = '', en = '']) => holesOf(vi) !== holesOf(en))
      .map(([, vi]) => `${path}: holes differ between the languages of "${vi}"`),
  )
}
