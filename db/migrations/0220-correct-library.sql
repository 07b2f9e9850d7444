-- A document is corrected by whoever saw its latest version; what stood before stays in its history.
alter table library_documents add column version integer not null default 1;

create table library_changes (
  document_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  kind text not null,
  before jsonb not null,
  after jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  constraint library_changes_pkey primary key (document_id, id),
  constraint library_changes_of_document foreign key (document_id) references library_documents (id) on delete cascade,
  constraint library_changes_kind_known check (kind in ('corrected', 'related', 'unrelated', 'file'))
);
alter table library_changes enable row level security;
create policy library_changes_area on library_changes
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- A file that another one replaced stays and can be opened; one of each document is the present one.
alter table library_files add column id uuid;
update library_files set id = gen_random_uuid();
alter table library_files alter column id set not null;
alter table library_files add column replaced_at timestamptz;
alter table library_files drop constraint library_files_pkey;
alter table library_files add constraint library_files_pkey primary key (id);
create unique index library_files_one_present on library_files (document_id) where replaced_at is null;
create index library_files_by_document on library_files (document_id);
