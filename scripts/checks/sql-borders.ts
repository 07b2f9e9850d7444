import { isTest, lineAt, readSources, type Source, withoutComments } from './sources.ts'

const queryStart =
  /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^>]*>)?`|\bsql\.(ref|table|raw|id)\(/g
const builderWrite =
  /(?:\.(?:insertInto|updateTable|deleteFrom|mergeInto)|\bmoveRows)\(\s*['"`](?<table>[\w.]+)/g
const textWrite =
  /\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|copy)\s+(?<table>[a-z]+_[a-z_]+|areas|children)\b/gi

function maySpeakSql({ path }: Source): boolean {
  return /^src\/platform\/(db|jobs|cli)\//.test(path) || /^src\/modules\/[^/]+\/server\/queries/.test(path)
}

/** SQL stands in platform/db and in a module's `server/queries*` files only. */
export function sqlInPlace(): string[] {
  return readSources('src')
    .filter((source) => !isTest(source) && !maySpeakSql(source))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return [...code.matchAll(queryStart)].map(
        (found) => `${path}:${lineAt(code, found.index)} speaks SQL (${found[0]}) outside server/queries*`,
      )
    })
}

function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}

function belongsTo(table: string, module: string): boolean {
  return table === module || table.startsWith(`${module}_`)
}

/** A table is written only by the module whose name it carries. */
export function tablesWrittenByOwner(): string[] {
  return readSources('src/modules')
    .filter((source) => !isTest(source) && source.path.includes('/server/'))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      const module = moduleOf(path) ?? ''
      return [
        ...code.matchAll(builderWrite),
        ...(maySpeakSql({ path, text }) ? code.matchAll(textWrite) : []),
      ]
        .map((found) => ({ table: found.groups?.['table'] ?? '', at: found.index }))
        .filter(({ table }) => !belongsTo(table, module) && table !== 'set')
        .map(
          ({ table, at }) => `${path}:${lineAt(code, at)} writes ${table}, which is not a table of ${module}`,
        )
    })
}
