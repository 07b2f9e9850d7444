-- A reorganisation moves a hundred thousand children with a million rows. By "on update cascade" alone every row is
-- looked up and checked by itself, and rows that repeat the commune are written twice. Inside such a transaction the
-- keys are deferred instead: rows of children are moved table by table, the children last, and what the keys say is
-- checked after each batch. Everywhere else the keys are immediate, and the cascade goes on as before.
-- (The keys are made deferrable by 0200, after the tables of this time.)

-- Gives rows of these children the places the children are about to get, in every table whose key to
-- children (id, area_lft) is deferrable. Rows that have their place already are left alone.
create function children_carry_rows(child_ids uuid[], area_lfts int[]) returns void language plpgsql as $$
declare key record;
begin
  for key in
    select c.conrelid::regclass as tbl,
      max(own.attname::text) filter (where far.attname = 'id') as id_column,
      max(own.attname::text) filter (where far.attname = 'area_lft') as lft_column
    from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) as k(own, far)
    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = k.own
    join pg_attribute far on far.attrelid = c.confrelid and far.attnum = k.far
    where c.contype = 'f' and c.confrelid = 'children'::regclass and c.confupdtype = 'c' and c.condeferrable
    group by c.oid, c.conrelid
  loop
    execute format('update %s t set %I = m.area_lft from unnest($1, $2) as m(child_id, area_lft)
      where t.%I = m.child_id and t.%I <> m.area_lft', key.tbl, key.lft_column, key.id_column, key.lft_column)
      using child_ids, area_lfts;
  end loop;
end $$;
