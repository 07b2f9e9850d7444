import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Day, formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold } from '#base/text.ts'
import { chanceFrom } from '#apps/sample/random.ts'
import { ImportRun } from '#modules/children/shared/contract-import.ts'
import { joinedWords } from '#modules/children/shared/search-words.ts'
import { ask, pause } from './client.ts'
import { type BenchCommune, type MadeChild, makeChild, nameColumns } from './data.ts'
import type { OurServer } from './our-server.ts'

export type ImportMeasured = {
  rows: number
  copyBefore: number
  seconds: number
  copyAfter: number
  taken: number
  held: number
  refused: number
}

export type ImportParts = {
  owner: pg.Pool
  server: OurServer
  /** A folder that the database server may read. */
  folder: string
  communes: readonly BenchCommune[]
  today: Day
  rows: number
}

/** W5: a roster of one commune by upload, check, confirmation and error report, against COPY of the same rows. */
export async function measureImport(parts: ImportParts): Promise<ImportMeasured> {
  const { rows, communes, today } = parts
  const [first, second, third] = [communes.slice(0, 1), communes.slice(1, 2), communes.slice(2, 3)]
  const make = (seed: number, where: readonly BenchCommune[]) => {
    const chance = chanceFrom(seed)
    return Array.from({ length: rows }, (_, index) => distinct(makeChild(chance, where, today), index))
  }
  const copyBefore = await copyIn(parts, make(11, first))
  const { seconds, run } = await importRoster(parts, make(12, second))
  const copyAfter = await copyIn(parts, make(13, third))
  return {
    rows,
    copyBefore: rows / copyBefore,
    seconds,
    copyAfter: rows / copyAfter,
    taken: run.importedRows,
    held: run.heldRows,
    refused: run.refusedRows,
  }
}

/** Another word in the name, so that invented children are not alike to the duplicate check. */
function distinct(child: MadeChild, index: number): MadeChild {
  const word = [...String(index * 7919)].map((digit) => 'abcdeghklm'.charAt(Number(digit))).join('')
  return { ...child, fullName: `${child.fullName} ${word.charAt(0).toUpperCase()}${word.slice(1)}` }
}

/** Seconds that COPY needs for the children, their carers and the words of their names, indexes included. */
async function copyIn({ owner, folder }: ImportParts, children: readonly MadeChild[]): Promise<number> {
  const tables = {
    'children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex, ethnic_code)':
      children.map((child) => {
        const { folded, sort } = nameColumns(child.fullName)
        const { id, areaLft, communeId, villageId, fullName, bornOn, sex, ethnicCode } = child
        return [id, areaLft, communeId, villageId, fullName, folded, sort, bornOn, sex, ethnicCode]
      }),
    'children_carers (child_id, area_lft, id, full_name, name_folded, relation, phone)': children.map(
      ({ id, areaLft, carer }) => {
        const { fullName, relation, phone } = carer
        return [id, areaLft, carer.id, fullName, fold(fullName), relation, phone]
      },
    ),
    'children_name_tokens (child_id, area_lft, commune_id, token, name_sort, words)': children.flatMap(
      ({ id, areaLft, communeId, fullName }) => {
        const { tokens, sort } = nameColumns(fullName)
        const words = joinedWords({ tokens, carerTokens: [] })
        return tokens.map((token) => [id, areaLft, communeId, token, sort, words])
      },
    ),
  }
  const files = await Promise.all(
    Object.values(tables).map(async (lines, index) => {
      const path = join(folder, `copy-${index}.tsv`)
      await writeFile(path, lines.map((line) => line.join('\t')).join('\n'), { mode: 0o644 })
      return path
    }),
  )
  const start = performance.now()
  for (const [index, table] of Object.keys(tables).entries())
    await owner.query(`copy ${table} from '${files[index]}'`)
  return (performance.now() - start) / 1000
}

function asRoster(children: readonly MadeChild[]): string {
  const heading = 'STT,Họ và tên,Ngày sinh,Giới tính,Dân tộc,Thôn,Họ tên mẹ,SĐT,Hộ nghèo'
  const groups: Record<string, string> = { '01': 'Kinh', '10': 'Gia Rai', '14': 'Ba Na', '27': 'Gié Triêng' }
  const lines = children.map(({ fullName, bornOn, sex, ethnicCode, carer }, index) => {
    const group = groups[ethnicCode] ?? 'Kinh'
    const village = `Thôn ${(index % 8) + 1}`
    const sexName = sex === 'male' ? 'Nam' : 'Nữ'
    return [
      index + 1,
      fullName,
      formatDay(bornOn),
      sexName,
      group,
      village,
      carer.fullName,
      carer.phone,
      '',
    ].join(',')
  })
  return [heading, ...lines].join('\n')
}

async function importRoster(
  { server, rows }: ImportParts,
  children: readonly MadeChild[],
): Promise<{ seconds: number; run: ImportRun }> {
  const id = newId()
  const form = new FormData()
  form.set('id', id)
  form.set('communeId', children[0]?.communeId ?? '')
  form.set('file', new Blob([asRoster(children)]), 'danh-sach.csv')
  const start = performance.now()
  await ask(server, '/children/imports', ImportRun, { method: 'POST', body: form })
  await until(server, id, ['checked', 'refused'])
  await ask(server, `/children/imports/${id}/confirm`, ImportRun, { method: 'POST', body: {} })
  const run = await until(server, id, ['imported', 'refused'])
  if (run.status === 'refused') throw new Error(`the roster of ${rows} rows was refused: ${run.failure?.en}`)
  const report = await fetch(`${server.running.url}/api/children/imports/${id}/problems`, {
    headers: server.headers,
  })
  await report.arrayBuffer()
  return { seconds: (performance.now() - start) / 1000, run }
}

async function until(server: OurServer, id: string, states: readonly string[]): Promise<ImportRun> {
  for (;;) {
    const run = await ask(server, `/children/imports/${id}`, ImportRun)
    if (states.includes(run.status)) return run
    await pause(100)
  }
}
