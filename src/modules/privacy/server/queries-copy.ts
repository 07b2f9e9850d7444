import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db/types.ts'

export type CopiedRow = Record<string, unknown>
const Rows = z.array(z.object({ row: z.record(z.string(), z.unknown()) }))

/** Places and services by their names, so that the family can read its copy. */
const readable: Readonly<Record<string, ReturnType<typeof sql>>> = {
  children: sql`select to_jsonb(t) || jsonb_build_object(
      'commune', (select full_name from areas where id = t.commune_id),
      'village', (select name from areas where id = t.village_id),
      'household_head', h.head_name, 'household_address', h.address,
      'household_years', (select string_agg(concat(y.year, ': ', case y.status when 'poor' then 'hộ nghèo'
          when 'near-poor' then 'hộ cận nghèo' else 'không nghèo, không cận nghèo' end, ' (', y.source, ')'), '; '
          order by y.year)
        from children_household_years y where y.household_id = h.id and y.undone_at is null)) as row
    from children t left join children_households h on h.id = t.household_id`,
  children_births: sql`select to_jsonb(t) || jsonb_build_object(
      'expected', (select expected_on from children_pregnancies where id = t.pregnancy_id),
      'care', (select jsonb_agg(concat(i.name_vi, ' (', to_char(r.done_on, 'DD/MM/YYYY'),
          case r.answer when 'refused' then ', gia đình từ chối' when 'contraindicated' then ', chống chỉ định' end,
          ')', ': ' || r.note) order by r.done_on, r.id)
        from services_pregnancy_records r left join services_items i on i.code = r.item_code
        where r.pregnancy_id = t.pregnancy_id and r.undone_at is null)) as row
    from children_births t`,
  privacy_breach_children: sql`select to_jsonb(t) || (select jsonb_build_object(
      'noticed', b.noticed_at, 'kind', b.kind, 'told', b.families_told_on)
      from privacy_breaches b where b.id = t.breach_id) as row
    from privacy_breach_children t`,
  services_records: sql`select to_jsonb(t) || jsonb_build_object(
      'item', (select name_vi from services_items where code = t.item_code)) as row
    from services_records t`,
}

/** Every row of one table that belongs to the child, with every column. `table` comes from `childTables`. */
export async function listRowsOfChild(db: Db, table: string, childId: string): Promise<CopiedRow[]> {
  const source = readable[table] ?? sql`select to_jsonb(t) as row from ${sql.table(table)} t`
  const key = sql.ref(table === 'children' ? 't.id' : 't.child_id')
  const { rows } = await sql`${source} where ${key} = ${childId}::uuid`.execute(db)
  return Rows.parse(rows).map(({ row }) => row)
}

/** Rows of rosters that became this child, or were found to be it, as they were read. */
export async function listStagedRows(db: Db, childId: string): Promise<CopiedRow[]> {
  const { rows } = await sql`
    select jsonb_build_object('file_name', run.file_name, 'created_at', run.created_at, 'cells', r.cells) as row
    from children_import_rows r join children_import_runs run on run.id = r.run_id
    where r.child ->> 'id' = ${childId} or r.same_as_child = ${childId}::uuid`.execute(db)
  return Rows.parse(rows).map(({ row }) => row)
}
