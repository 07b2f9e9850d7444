-- What the nation, a province or a commune changes in the service package, as dated versions. A version is drafted,
-- then approved by a decision and never changed again; the next one of the same place takes its place. Nobody's
-- data: what a place owes its children is published, and the rules of every child below read it.
create table services_package_versions (
  id uuid not null,
  area_id uuid not null,
  name text not null,
  status text not null default 'draft',
  version integer not null default 1,
  changes jsonb not null,
  decision_number text,
  decided_on date,
  in_force_from date,
  in_force_to date,
  -- How many children a draft would concern, counted by a job for the content of `preview_version`.
  preview jsonb,
  preview_version integer,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  constraint services_package_versions_pkey primary key (id),
  constraint services_package_versions_of_area foreign key (area_id) references areas (id),
  constraint services_package_versions_status_known check (status in ('draft', 'approved')),
  constraint services_package_versions_name_short check (length(name) between 1 and 200),
  constraint services_package_versions_approved_by_decision check (
    status = 'draft' or (decision_number is not null and decided_on is not null and in_force_from is not null
      and approved_by is not null and approved_at is not null)
  ),
  constraint services_package_versions_days_in_order check (in_force_to is null or in_force_from <= in_force_to)
);
create unique index services_package_versions_one_draft on services_package_versions (area_id) where status = 'draft';
create unique index services_package_versions_one_a_day on services_package_versions (area_id, in_force_from)
  where status = 'approved';

-- Numbers of items that a place adds; the national package counts from 1 and stays below 200.
create sequence services_local_numbers as smallint start 201 minvalue 201;
