import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export type Source = { path: string; text: string }

export const root = join(import.meta.dirname, '../..')

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => /\.(ts|tsx)$/.test(path) && !/\.gen\.ts$|\.d\.ts$/.test(path))
    .toSorted()
}

/** Every TypeScript file of the folders, with paths from the project's root. Generated files stay out. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap(walk).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export function isTest({ path }: Source): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/')
}

/** The line, from 1, at which a character stands. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Comments blanked, so that an example in a comment is not taken for code. Line numbers stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}
