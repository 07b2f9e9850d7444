-- Places with history: every parent link, every earlier name and every succession has its days.

-- Ranges of ids and of texts, so that "no two at once" is held without an extension (btree_gist needs rights that a
-- rented database does not always give).
create type areas_id_range as range (subtype = uuid);
create type areas_text_range as range (subtype = text, collation = "C");

-- A list of units says that they exist on its day, not since when: then valid_from is the day from which codes
-- exist at all, and valid_from_known is false.
alter table areas add column valid_from_known boolean not null default true;
alter table areas add column source text;

-- What a search compares: without marks, lower case, without the word for the kind of unit in front.
alter table areas add column search_text text collate "C" generated always as (
  regexp_replace(
    lower(translate(regexp_replace(normalize(full_name, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ''’', 'dd') collate "C"),
    '^(tinh|thanh pho|quan|huyen|thi xa|thi tran|xa|phuong|dac khu|thon|lang|ap|ban|buon|bon|plei|to dan pho|tdp|khu pho|khom|xom) (?=\S)',
    '')
) stored;

create index areas_by_search_text on areas (search_text);
create index areas_by_code on areas (code);

-- Kind, length and digits of an official code as one number: ranges of numbers are ten times faster here than ranges
-- of texts. Villages have no official codes.
alter table areas add constraint areas_code_one_unit_at_a_time exclude using gist (
  int8range(
    (array_position(array['province', 'district', 'commune'], kind)::text || length(code) || code)::bigint,
    (array_position(array['province', 'district', 'commune'], kind)::text || length(code) || code)::bigint,
    '[]') with &&,
  daterange(valid_from, valid_to, '[]') with &&
) where (kind in ('province', 'district', 'commune') and code ~ '^[0-9]{1,9}$');

create table areas_parents (
  area_id uuid not null,
  parent_id uuid not null,
  valid_from date not null,
  valid_to date,
  source text,
  constraint areas_parents_pkey primary key (area_id, valid_from),
  constraint areas_parents_area_fkey foreign key (area_id) references areas (id) on delete cascade,
  constraint areas_parents_parent_fkey foreign key (parent_id) references areas (id),
  constraint areas_parents_not_itself check (area_id <> parent_id),
  constraint areas_parents_dates_in_order check (valid_to is null or valid_from <= valid_to),
  constraint areas_parents_one_at_a_time exclude using gist (
    areas_id_range(area_id, area_id, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&
  )
);

create index areas_parents_by_parent on areas_parents (parent_id);

insert into areas_parents (area_id, parent_id, valid_from, valid_to)
select id, parent_id, valid_from, valid_to from areas where parent_id is not null;

-- Names that a unit carried before its present one; the present one stands in areas.
create table areas_names (
  area_id uuid not null,
  name text not null,
  valid_from date not null,
  valid_to date not null,
  source text,
  constraint areas_names_pkey primary key (area_id, valid_from),
  constraint areas_names_area_fkey foreign key (area_id) references areas (id) on delete cascade,
  constraint areas_names_dates_in_order check (valid_from <= valid_to),
  constraint areas_names_one_at_a_time exclude using gist (
    areas_id_range(area_id, area_id, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&
  )
);

-- on_date: the first day of the new unit; the old one lived until the day before.
create table areas_successions (
  id uuid not null,
  from_area_id uuid not null,
  to_area_id uuid not null,
  on_date date not null,
  extent text not null,
  note text,
  source text,
  constraint areas_successions_pkey primary key (id),
  constraint areas_successions_from_fkey foreign key (from_area_id) references areas (id),
  constraint areas_successions_to_fkey foreign key (to_area_id) references areas (id),
  constraint areas_successions_not_itself check (from_area_id <> to_area_id),
  constraint areas_successions_extent_known check (extent in ('whole', 'part', 'other')),
  constraint areas_successions_once unique (from_area_id, to_area_id, on_date)
);

create index areas_successions_by_successor on areas_successions (to_area_id);

-- What each import of units did, with the rows that could not be placed.
create table areas_imports (
  id uuid not null,
  source text not null,
  imported_at timestamptz not null,
  counts jsonb not null,
  remarks jsonb not null,
  constraint areas_imports_pkey primary key (id)
);

-- Boundaries as GeoJSON geometry (WGS84). Imported by an installation that has the right to use them.
create table areas_outlines (
  area_id uuid not null,
  geometry jsonb not null,
  source text not null,
  imported_at timestamptz not null,
  constraint areas_outlines_pkey primary key (area_id),
  constraint areas_outlines_area_fkey foreign key (area_id) references areas (id) on delete cascade
);
