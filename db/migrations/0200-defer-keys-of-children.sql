-- Keys that let rows follow their child may be checked at the end of a batch of moves (see 0185). They stay immediate
-- wherever nobody asks for it. A table made later says "deferrable" itself.
do $$
declare key record;
begin
  for key in
    select c.conrelid::regclass as tbl, c.conname from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'children'::regclass and c.confupdtype = 'c' and not c.condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', key.tbl, key.conname);
  end loop;
end $$;
