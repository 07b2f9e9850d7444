/**
 * The measure of all things here: node:http and pg, the same SQL, and no duties: no sign-in, no rights, no row-level
 * security, no validation, no audit, no duplicate check. Started by run.ts with BENCH_DATABASE_URL.
 */
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { fold } from '#base/text.ts'
import { joinedWords } from '#modules/children/shared/search-words.ts'
import { nameColumns } from './data.ts'

const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 20 })

async function readBody(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

async function registerChild(request: IncomingMessage): Promise<unknown> {
  const child = await readBody(request)
  const { folded, sort, tokens } = nameColumns(child.fullName)
  const [carer] = child.carers
  await pool.query(
    `with place as (select lft from areas where id = $4),
     child as (
       insert into children (id, area_lft, commune_id, village_id, full_name, name_folded, name_sort, born_on, sex,
         ethnic_code, poverty, education)
       select $1, lft, $3, $4, $2, $5, $6, $7, $8, $9, $10, 'none' from place),
     carer as (
       insert into children_carers (child_id, area_lft, id, full_name, name_folded, relation, phone)
       select $1, lft, $11, $12, $13, $14, $15 from place)
     insert into children_name_tokens (child_id, area_lft, commune_id, token, name_sort, words)
     select $1, lft, $3, token, $6, $17 from place, unnest($16::text[]) as token`,
    [
      child.id,
      child.fullName,
      child.communeId,
      child.villageId,
      folded,
      sort,
      child.bornOn,
      child.sex,
      child.ethnicCode,
      child.poverty,
      carer.id,
      carer.fullName,
      fold(carer.fullName),
      carer.relation,
      carer.phone,
      tokens,
      joinedWords({ tokens, carerTokens: [] }),
    ],
  )
  return child
}

async function readChild(childId: string): Promise<unknown> {
  const { rows } = await pool.query(
    `select c.*, commune.name as commune_name, village.name as village_name,
       (select value from children_identifiers i where i.child_id = c.id and i.kind = 'personal-id') as personal_id,
       coalesce((select json_agg(json_build_object('id', k.id, 'fullName', k.full_name, 'relation', k.relation,
         'phone', k.phone)) from children_carers k where k.child_id = c.id), '[]') as carers
     from children c join areas commune on commune.id = c.commune_id left join areas village on village.id = c.village_id
     where c.id = $1`,
    [childId],
  )
  return rows[0]
}

async function readServices(childId: string): Promise<unknown> {
  const child = await pool.query('select * from children where id = $1', [childId])
  const records = await pool.query(
    `select r.*, p.full_name as recorded_by_name from services_records r
     left join accounts_people p on p.id = r.recorded_by where r.child_id = $1 order by r.done_on desc, r.id desc`,
    [childId],
  )
  return { child: child.rows[0], records: records.rows }
}

async function searchChildren(request: IncomingMessage): Promise<unknown> {
  const { text, communeId, limit } = await readBody(request)
  const [first = '', second = ''] = fold(text).split(' ')
  const { rows } = await pool.query(
    `select c.*, (select v.name from areas v where v.id = c.village_id) as village_name, carer.full_name as carer_name,
       carer.phone as carer_phone
     from (select c.* from children c where c.commune_id = $1 and c.left_on is null
         and exists (select 1 from children_name_tokens t
           where t.child_id = c.id and t.commune_id = $1 and t.token ^@ $2)
         and exists (select 1 from children_name_tokens t
           where t.child_id = c.id and t.commune_id = $1 and t.token ^@ $3)
       order by c.name_sort, c.id limit $4) c
     left join lateral (select k.full_name, k.phone from children_carers k where k.child_id = c.id
       order by k.relation <> 'mother', k.phone is null, k.id limit 1) carer on true
     order by c.name_sort, c.id`,
    [communeId, first, second, limit],
  )
  return { children: rows }
}

async function recordService(request: IncomingMessage): Promise<unknown> {
  const record = await readBody(request)
  await pool.query(
    `insert into services_records (child_id, id, area_lft, item_code, dose, done_on, answer, recorded_by)
     select $1, $2, area_lft, $3, $4, $5, 'done', '00000000-0000-0000-0000-000000000000' from children where id = $1`,
    [record.childId, record.id, record.itemCode, record.dose, record.doneOn],
  )
  return record
}

function answer(request: IncomingMessage): Promise<unknown> {
  const [, , first = '', second = '', third = ''] = (request.url ?? '').split('/')
  if (request.method === 'GET') return third === 'services' ? readServices(second) : readChild(second)
  if (first === 'services') return recordService(request)
  return second === 'search' ? searchChildren(request) : registerChild(request)
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    },
    (cause: unknown) => {
      response.statusCode = 500
      response.end(String(cause))
    },
  )
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
})
process.on('SIGTERM', () => process.exit(0))
