-- Two records of the register that may be one child, found by the search of the night or on demand. Seen only by
-- those whose area holds both. `verdict` 'different' is remembered: the pair is not brought up again.
create table children_pairs (
  child_id uuid not null,
  other_id uuid not null,
  area_lft integer not null,
  other_lft integer not null,
  score real not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  verdict text,
  decided_by uuid,
  decided_at timestamptz,
  constraint children_pairs_pkey primary key (child_id, other_id),
  constraint children_pairs_in_order check (child_id < other_id),
  constraint children_pairs_score_in_range check (score between 0 and 1),
  constraint children_pairs_verdict_known check (verdict in ('different')),
  constraint children_pairs_decided_by_someone check ((verdict is null) = (decided_by is null)),
  constraint children_pairs_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_pairs_of_other foreign key (other_id, other_lft)
    references children (id, area_lft) on update cascade on delete cascade
);
create index children_pairs_open on children_pairs (score desc, child_id, other_id) where verdict is null;
create index children_pairs_by_other on children_pairs (other_id);
alter table children_pairs enable row level security;
create policy children_pairs_area on children_pairs
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int
    and other_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- When the whole register was last searched; one row.
create table children_pair_searches (
  one boolean not null default true,
  searched_at timestamptz not null,
  pairs integer not null,
  constraint children_pair_searches_pkey primary key (one),
  constraint children_pair_searches_only_one check (one)
);

-- A record kept and a record merged into it. Nothing is lost: the merged record stays, closed; `taken` says which
-- facts the kept one took over and what it had before; the rows that came along are listed, so that the merge can
-- be undone even after new records came.
create table children_merges (
  child_id uuid not null,
  id uuid not null,
  merged_id uuid not null,
  area_lft integer not null,
  merged_lft integer not null,
  merged_at timestamptz not null default now(),
  merged_by uuid not null,
  taken jsonb not null,
  carer_ids uuid[] not null,
  took_number boolean not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint children_merges_pkey primary key (child_id, id),
  constraint children_merges_of_two check (child_id <> merged_id),
  constraint children_merges_undone_by_someone check ((undone_at is null) = (undone_by is null)),
  constraint children_merges_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint children_merges_of_merged foreign key (merged_id, merged_lft)
    references children (id, area_lft) on update cascade on delete cascade
);
create unique index children_merges_one_at_a_time on children_merges (merged_id) where undone_at is null;
alter table children_merges enable row level security;
create policy children_merges_area on children_merges
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int
    and merged_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table children_merge_records (
  child_id uuid not null,
  merge_id uuid not null,
  kind text not null,
  area_lft integer not null,
  record_ids uuid[] not null,
  constraint children_merge_records_pkey primary key (child_id, merge_id, kind),
  constraint children_merge_records_of_merge foreign key (child_id, merge_id)
    references children_merges (child_id, id) on delete cascade,
  constraint children_merge_records_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade
);
alter table children_merge_records enable row level security;
create policy children_merge_records_area on children_merge_records
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Children are found by the name of whoever cares for them, and mothers tell two records of one child.
create index children_carers_by_name on children_carers (name_folded, child_id);
