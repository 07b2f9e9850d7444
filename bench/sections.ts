import { readFile, writeFile } from 'node:fs/promises'

const page = new URL('README.md', import.meta.url)

/** Puts a section with its heading into the README of this folder, in the place of the one before; the others stay. */
export async function writeSection(heading: string, text: string): Promise<void> {
  const sections = (await readFile(page, 'utf8')).trimEnd().split(/\n(?=## )/)
  const made = `## ${heading}\n\n${text.trim()}\n`
  const place = sections.findIndex((section) => section.startsWith(`## ${heading}\n`))
  const all = place < 0 ? [...sections, made] : sections.with(place, made)
  await writeFile(page, `${all.map((section) => section.trimEnd()).join('\n\n')}\n`)
}
