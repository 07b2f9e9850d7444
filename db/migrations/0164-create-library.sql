-- Documents that work for children rests on. Those of the nation are reference data and stand at the nation's place;
-- what a unit adds stands at its own. Whoever works below reads what stands above (docs/decisions/0008).
create table library_documents (
  id uuid not null,
  area_id uuid not null,
  area_lft integer not null,
  kind text not null,
  number text,
  -- Number without marks and leading zeros, and year: what a citation is found by (two decisions are called 06/QĐ-TTg).
  cited_as text collate "C",
  issued_on date,
  in_force_on date,
  -- Abolished, replaced or run out; the note says which.
  ended_on date,
  ended_note text,
  issuer text,
  title text not null,
  source text not null,
  -- The filed plan that this document is.
  plan_id uuid,
  added_by uuid,
  added_at timestamptz not null default now(),
  constraint library_documents_pkey primary key (id),
  constraint library_documents_of_area foreign key (area_id) references areas (id),
  constraint library_documents_kind_known check (kind in
    ('law', 'resolution', 'decree', 'decision', 'circular', 'directive', 'plan', 'report', 'letter', 'other')),
  constraint library_documents_source_known check (source in ('reference', 'added', 'plan')),
  constraint library_documents_plan_once unique (plan_id),
  constraint library_documents_title_given check (length(title) between 1 and 1000)
);
create index library_documents_by_citation on library_documents (cited_as);
alter table library_documents enable row level security;
create policy library_documents_area on library_documents
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy library_documents_above on library_documents for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- From the later document to the earlier one; the place is that of the later.
create table library_relations (
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  area_lft integer not null,
  constraint library_relations_pkey primary key (from_id, to_id, kind),
  constraint library_relations_from foreign key (from_id) references library_documents (id) on delete cascade,
  constraint library_relations_to foreign key (to_id) references library_documents (id) on delete cascade,
  constraint library_relations_not_itself check (from_id <> to_id),
  constraint library_relations_kind_known check (kind in ('basis', 'carries-out', 'replaces', 'amends', 'guides'))
);
create index library_relations_by_earlier on library_relations (to_id);
alter table library_relations enable row level security;
create policy library_relations_area on library_relations
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy library_relations_above on library_relations for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- Words of number, issuer and title without marks: searched by their beginnings with ^@, which is leakproof.
create table library_tokens (
  document_id uuid not null,
  token text collate "C" not null,
  area_lft integer not null,
  constraint library_tokens_pkey primary key (document_id, token),
  constraint library_tokens_of_document foreign key (document_id) references library_documents (id) on delete cascade
);
create index library_tokens_by_token on library_tokens (token);
alter table library_tokens enable row level security;
create policy library_tokens_area on library_tokens
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy library_tokens_above on library_tokens for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));

-- The document itself as it was uploaded; a new one takes the place of the old.
create table library_files (
  document_id uuid not null,
  area_lft integer not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  constraint library_files_pkey primary key (document_id),
  constraint library_files_of_document foreign key (document_id) references library_documents (id) on delete cascade,
  constraint library_files_small check (length(bytes) <= 20971520)
);
alter table library_files enable row level security;
create policy library_files_area on library_files
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy library_files_above on library_files for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
