-- Dated places. A code alone does not identify a unit: codes get used again.
-- lft..rgt is a preorder range with wide gaps; a unit is within another when its lft lies in the other's range.
create table areas (
  id uuid not null,
  code text not null,
  kind text not null,
  name text not null,
  full_name text not null,
  name_folded text collate "C" not null,
  parent_id uuid,
  lft integer not null,
  rgt integer not null,
  valid_from date not null,
  valid_to date,
  constraint areas_pkey primary key (id),
  constraint areas_parent_fkey foreign key (parent_id) references areas (id),
  constraint areas_kind_known check (kind in ('nation', 'province', 'district', 'commune', 'village')),
  constraint areas_range_in_order check (lft <= rgt),
  constraint areas_dates_in_order check (valid_to is null or valid_from <= valid_to),
  constraint areas_code_once_a_day unique (kind, code, valid_from)
);

create index areas_by_parent on areas (parent_id, name_folded);
create index areas_by_range on areas (lft);
create index areas_by_name on areas (name_folded);
