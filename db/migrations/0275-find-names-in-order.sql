-- A search by name over a province or the nation walks the words in the order of names and finds in the index alone
-- where the child lives, and whether it has the other words too. `words`: all words of the child, those of its own name
-- behind a blank, those of its carers' behind a line break; 500 letters are three names of the longest and keep a row of
-- the index below the third of a page that PostgreSQL allows.
-- The table is written anew, which takes a minute for a million children and leaves no room of old rows behind.
alter table children_name_tokens rename to children_name_tokens_before;

create table children_name_tokens (
  child_id uuid not null,
  token text collate "C" not null,
  commune_id uuid not null,
  area_lft integer not null,
  own boolean not null default true,
  name_sort text collate "C" not null,
  words text collate "C" not null
) with (autovacuum_vacuum_insert_scale_factor = 0.02);

insert into children_name_tokens
  select t.child_id, t.token, t.commune_id, t.area_lft, t.own, c.name_sort,
    left(string_agg(case when t.own then ' ' else E'\n' end || t.token, '') over child, 500)
  from children_name_tokens_before t join children c on c.id = t.child_id
  window child as (partition by t.child_id order by t.own desc, t.token
    rows between unbounded preceding and unbounded following);

drop table children_name_tokens_before;

alter table children_name_tokens
  add constraint children_name_tokens_key primary key (child_id, token),
  add constraint children_name_tokens_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade deferrable;
create index children_name_tokens_by_commune on children_name_tokens (commune_id, token);
create index children_name_tokens_by_name
  on children_name_tokens (token, own, name_sort, child_id, area_lft) include (words);

alter table children_name_tokens enable row level security;
create policy children_name_tokens_area on children_name_tokens
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
