import type pg from 'pg'
import { fold } from '#base/text.ts'
import type { OurServer } from './our-server.ts'

/** Issue 4: the first answer of a search is there within 100 ms at a million children, however it is asked. */
const limit = 100
const timesEach = 40

type Sample = { fullName: string; carer: string; phone: string; identifier: string | null; year: string }
type Asked = { name: string; textOf: (child: Sample) => string | null }

const wordsOf = (text: string) => text.split(' ')
const lastAndFirst = (text: string) => `${wordsOf(text).at(-1)} ${wordsOf(text)[0]}`

/** What people type, over a whole province. */
const kinds: readonly Asked[] = [
  { name: 'whole name with marks', textOf: ({ fullName }) => fullName },
  { name: 'given name first, without marks', textOf: ({ fullName }) => fold(lastAndFirst(fullName)) },
  { name: 'family name alone', textOf: ({ fullName }) => fold(wordsOf(fullName)[0] ?? '') },
  {
    name: 'beginning of the given name',
    textOf: ({ fullName }) => fold(wordsOf(fullName).at(-1) ?? '').slice(0, 3),
  },
  {
    name: 'name and year of birth',
    textOf: ({ fullName, year }) => `${fold(lastAndFirst(fullName))} ${year}`,
  },
  { name: 'number of identity', textOf: ({ identifier }) => identifier },
  { name: "carer's phone", textOf: ({ phone }) => phone },
  { name: "beginning of a carer's phone", textOf: ({ phone }) => phone.slice(0, 7) },
  { name: "carer's name", textOf: ({ carer }) => fold(carer) },
  { name: 'words that nobody has', textOf: ({ fullName }) => `${fold(lastAndFirst(fullName))} zuqx` },
]

export type Searched = { name: string; p50: number; p95: number; found: number }

/** The same kinds of search one after the other, each for another child; a child whose part is missing is passed over. */
export async function measureSearches(owner: pg.Pool, server: OurServer): Promise<Searched[]> {
  const { rows } = await owner.query<Sample>(
    `select c.full_name as "fullName", left(c.born_on::text, 4) as year, k.full_name as carer, k.phone, i.value as identifier
     from (select * from children tablesample bernoulli (1) limit 2000) c
     join children_carers k on k.child_id = c.id left join children_identifiers i on i.child_id = c.id
     order by md5(c.id::text) limit $1`,
    [2 * timesEach],
  )
  const searched: Searched[] = []
  for (const { name, textOf } of kinds) {
    const texts = rows.flatMap((row) => textOf(row) ?? []).slice(0, timesEach)
    const answers: { ms: number; found: number }[] = []
    for (const text of texts) answers.push(await search(server, text))
    const inOrder = answers.map(({ ms }) => ms).toSorted((left, right) => left - right)
    const at = (share: number) => inOrder[Math.floor(share * (inOrder.length - 1))] ?? 0
    const found = answers.filter((one) => one.found > 0).length
    searched.push({ name, p50: at(0.5), p95: at(0.95), found })
  }
  return searched
}

async function search({ running, headers }: OurServer, text: string): Promise<{ ms: number; found: number }> {
  const start = performance.now()
  const reply = await fetch(`${running.url}/api/children/search`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ text, limit: 50 }),
  })
  const value: unknown = await reply.json()
  if (!reply.ok) throw new Error(`a search was answered by ${reply.status}`)
  const found = typeof value === 'object' && value !== null && 'children' in value ? value.children : []
  return { ms: performance.now() - start, found: Array.isArray(found) ? found.length : 0 }
}

export function searchTable(all: readonly Searched[]): string {
  const rows = all.map(
    ({ name, p50, p95, found }) =>
      `| ${name} | ${p50.toFixed(0)} | ${p95.toFixed(0)} | ${found} of ${timesEach} | ${p95 <= limit ? 'yes' : 'NO'} |`,
  )
  return [
    `| search over the province | p50, ms | p95, ms | found | at most ${limit} |`,
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
