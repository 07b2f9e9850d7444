import { z } from 'zod'
import { command, query, type Route, upload } from '#platform/http/route.ts'
import { areasProblem } from '../shared/problems.ts'
import { ImportResult, LastImport, unitFiles } from '../shared/unit-tables.ts'
import { importUnits } from './import-units.ts'
import { findLastImport } from './queries-import.ts'
import { readBuiltInUnits, readUnitFiles, type ReadUnits } from './read-units.ts'

/** The page sends the six files as one: an object of file name and text. */
const Bundle = z.record(z.string(), z.string())

function readBundle(bytes: Buffer): ReadUnits {
  const bundle = Bundle.safeParse(parseJson(bytes))
  if (!bundle.success) throw areasProblem('areas.import-file-damaged', { file: 'danh-muc.json' })
  const files = new Map<string, Buffer>()
  for (const name of unitFiles) {
    const text = bundle.data[`${name}.csv`]
    if (text !== undefined) files.set(name, Buffer.from(text, 'utf8'))
  }
  return readUnitFiles(files)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

export const importRoutes: Route[] = [
  query({
    url: '/areas/imports/last',
    needs: 'areas.reorganise',
    reply: LastImport.nullable(),
    handle: async ({ db }) => LastImport.nullable().parse((await findLastImport(db)) ?? null),
  }),
  upload({
    url: '/areas/imports',
    needs: 'areas.reorganise',
    maxBytes: 8_000_000,
    reply: ImportResult,
    handle: (context, { file }) => importUnits(context, readBundle(file.bytes), context.clock.now()),
  }),
  command('POST', {
    url: '/areas/imports/built-in',
    needs: 'areas.reorganise',
    reply: ImportResult,
    handle: async (context) => importUnits(context, await readBuiltInUnits(), context.clock.now()),
  }),
]
