-- What a woman gets while she is expecting a child (R35, R36). The rows hang on the pregnancy, whose place they
-- follow; they stay when it has become a child, and when it has ended without one.
alter table children_pregnancies add constraint children_pregnancies_placed unique (id, area_lft);

create table services_pregnancy_records (
  pregnancy_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  item_code text collate "C" not null,
  done_on date not null,
  answer text not null,
  note text,
  -- Many women recorded in one go: undone in one go.
  session_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  constraint services_pregnancy_records_pkey primary key (pregnancy_id, id),
  constraint services_pregnancy_records_of_pregnancy foreign key (pregnancy_id, area_lft)
    references children_pregnancies (id, area_lft) on update cascade deferrable,
  constraint services_pregnancy_records_answer_known check (answer in ('done', 'refused', 'contraindicated')),
  constraint services_pregnancy_records_note_short check (length(note) <= 500),
  constraint services_pregnancy_records_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create index services_pregnancy_records_by_session on services_pregnancy_records (session_id)
  where session_id is not null;
alter table services_pregnancy_records enable row level security;
create policy services_pregnancy_records_area on services_pregnancy_records
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
-- The child may live in another commune by now: whoever may see where a child came from (`children_births` carries
-- the child's place) may read how its mother was cared for, and change nothing of it.
create policy services_pregnancy_records_of_child on services_pregnancy_records for select
  using (exists (select from children_births b where b.pregnancy_id = services_pregnancy_records.pregnancy_id));
