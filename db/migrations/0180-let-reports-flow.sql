-- A report goes on from its draft: sent to the unit above, returned, accepted, signed, and reopened with a reason.
-- `done` of before is `signed`; its frozen copy becomes the first version.
drop index reports_one_draft;
alter table reports
  drop constraint reports_state_known,
  drop constraint reports_frozen_when_done,
  -- The unit for which it was made. After a merger `area_id` is the new unit, this one stays.
  add column origin_area_id uuid,
  -- After a reopening: keys of the sections and tables that may be changed; null is everything.
  add column open_parts jsonb,
  -- The report of the new unit that took this one over.
  add column merged_into uuid;

create table reports_versions (
  report_id uuid not null,
  number integer not null,
  area_lft integer not null,
  area_id uuid not null,
  kind text not null,
  -- The content as canonical JSON: the very bytes that `sha256` is of.
  content text not null,
  sha256 text not null,
  at timestamptz not null,
  by uuid not null,
  by_name text not null,
  -- Number, day and signer of the signed document; reports finished before this migration have none.
  document_number text,
  signed_on date,
  signer_name text,
  signer_title text,
  constraint reports_versions_pkey primary key (report_id, number),
  constraint reports_versions_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_versions_number_positive check (number > 0),
  constraint reports_versions_kind_known check (kind in ('sent', 'signed')),
  constraint reports_versions_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint reports_versions_only_signed_numbered check (
    kind = 'signed' or (document_number is null and signed_on is null and signer_name is null and signer_title is null))
);
-- One series of numbers for a body and a year (Nghị định 30/2020/NĐ-CP, Article 15).
create unique index reports_versions_number_once
  on reports_versions (area_id, extract(year from signed_on), document_number) where document_number is not null;
comment on table reports_versions is 'append-only';
alter table reports_versions enable row level security;
create policy reports_versions_area on reports_versions
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

insert into reports_versions (report_id, number, area_lft, area_id, kind, content, sha256, at, by, by_name)
select r.id, 1, r.area_lft, r.area_id, 'signed', r.frozen::text,
  encode(sha256(convert_to(r.frozen::text, 'UTF8')), 'hex'), r.finished_at, coalesce(r.finished_by, r.created_by),
  coalesce((select full_name from accounts_people p where p.id = coalesce(r.finished_by, r.created_by)), 'Hệ thống')
from reports r where r.state = 'done';

-- `frozen` keeps what was finished before this migration; copies made since stand in reports_versions only.
update reports set origin_area_id = area_id, state = case when state = 'done' then 'signed' else state end;
alter table reports
  alter column origin_area_id set not null,
  add constraint reports_origin_fkey foreign key (origin_area_id) references areas (id),
  add constraint reports_merged_into_fkey foreign key (merged_into) references reports (id),
  add constraint reports_state_known check (state in ('draft', 'sent', 'returned', 'accepted', 'signed', 'merged')),
  add constraint reports_merged_says_where check ((state = 'merged') = (merged_into is not null)),
  add constraint reports_signed_says_when check (state <> 'signed' or finished_at is not null);
-- One open report of a unit on a plan and a period. What is signed is reopened, not made anew.
create unique index reports_one_open on reports (origin_area_id, plan_id, period)
  where state in ('draft', 'sent', 'returned', 'accepted');

-- Each step of the flow, once: the same id again is answered with what stands here.
create table reports_steps (
  report_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  position bigint generated always as identity,
  kind text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  version integer,
  by uuid not null,
  by_name text not null,
  by_place text not null,
  at timestamptz not null,
  constraint reports_steps_pkey primary key (report_id, id),
  constraint reports_steps_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_steps_kind_known check (
    kind in ('send', 'return', 'accept', 'sign', 'reopen', 'consolidate', 'merge')),
  constraint reports_steps_reason_given check (kind not in ('return', 'reopen') or length(btrim(reason)) > 0)
);
comment on table reports_steps is 'append-only';
alter table reports_steps enable row level security;
create policy reports_steps_area on reports_steps
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- What the unit above asks about a cell, a section or the whole, and what was answered.
create table reports_comments (
  report_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  about text not null,
  key text,
  text text not null,
  by uuid not null,
  by_name text not null,
  by_place text not null,
  at timestamptz not null,
  answer text,
  answered_by_name text,
  answered_at timestamptz,
  constraint reports_comments_pkey primary key (report_id, id),
  constraint reports_comments_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_comments_about_known check (about in ('cell', 'section', 'report')),
  constraint reports_comments_key_given check ((about = 'report') = (key is null)),
  constraint reports_comments_text_given check (length(btrim(text)) between 1 and 2000),
  constraint reports_comments_answered_whole check ((answer is null) = (answered_at is null))
);
alter table reports_comments enable row level security;
create policy reports_comments_area on reports_comments
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Why a number that a check warns of is right. `seen` are the numbers it was said of: others ask for a new reason.
create table reports_reasons (
  report_id uuid not null,
  finding text not null,
  area_lft integer not null,
  seen text not null,
  reason text not null,
  by uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint reports_reasons_pkey primary key (report_id, finding),
  constraint reports_reasons_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_reasons_reason_given check (length(btrim(reason)) between 1 and 500)
);
alter table reports_reasons enable row level security;
create policy reports_reasons_area on reports_reasons
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

create table reports_files (
  report_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  kind text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  bytes bytea not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null,
  constraint reports_files_pkey primary key (report_id, id),
  constraint reports_files_of_report foreign key (report_id, area_lft) references reports (id, area_lft)
    on update cascade on delete cascade,
  constraint reports_files_kind_known check (kind in ('attached', 'signed')),
  -- Bytes.
  constraint reports_files_size_limited check (size between 1 and 10000000)
);
alter table reports_files enable row level security;
create policy reports_files_area on reports_files
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Counts the typings of a cell: who types over a newer number is told.
alter table reports_cells add column version integer not null default 1,
  add constraint reports_cells_version_positive check (version > 0);

-- Numbers and words change only while the report is in the hands of the unit that writes it.
create or replace function reports_refuse_when_done() returns trigger
  language plpgsql as $$
  begin
    if exists (select 1 from reports
        where id = coalesce(new.report_id, old.report_id) and state not in ('draft', 'returned')) then
      raise exception using errcode = 'check_violation', constraint = 'reports_done_stays',
        message = 'a finished report does not change';
    end if;
    return coalesce(new, old);
  end $$;
