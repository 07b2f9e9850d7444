import { isTest, lineAt, readSources, withoutComments } from './sources.ts'

const declaredUrl = /\burl:\s*['"`](?<url>\/[^'"`]*)['"`]/g

/** '/children/:childId/services' as it may stand in a test: with any value in the holes. */
function asWritten(url: string): RegExp {
  const parts = url.split('/').map((part) => (/^:|^\$\{/.test(part) ? '[^/\\n]+?' : RegExp.escape(part)))
  return new RegExp(`(?<![\\w-])${parts.join('/')}(?=['"\`?#\\s])`)
}

/** Every route's address stands in at least one test. */
export function everyRouteTested(): string[] {
  const sources = readSources('src', 'test')
  const tests = sources
    .filter(isTest)
    .map(({ text }) => text)
    .join('\n')
  return sources
    .filter((source) => /\/server\/routes/.test(source.path) && !isTest(source))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return [...code.matchAll(declaredUrl)]
        .map((found) => ({ url: found.groups?.['url'] ?? '', line: lineAt(code, found.index) }))
        .filter(({ url }) => !asWritten(url).test(tests))
        .map(({ url, line }) => `${path}:${line} ${url} is named in no test`)
    })
}
