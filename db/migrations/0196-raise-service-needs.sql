-- A service that a child needs now for a reason of its own: a line of growth that falls asks for a weighing. Raised and
-- taken back by the module that sees the reason (`source`); made again from its records, never changed by hand.
create table services_needs (
  child_id uuid not null,
  item_code text not null,
  source text not null,
  area_lft integer not null,
  opens_on date not null,
  due_on date not null,
  reason_vi text not null,
  reason_en text not null,
  constraint services_needs_pkey primary key (child_id, item_code, source),
  constraint services_needs_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade,
  constraint services_needs_of_item foreign key (item_code) references services_items (code),
  constraint services_needs_days_in_order check (opens_on <= due_on)
);
alter table services_needs enable row level security;
create policy services_needs_area on services_needs
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- Children whose growth needed somebody before this table was there.
insert into services_needs (child_id, item_code, source, area_lft, opens_on, due_on, reason_vi, reason_en)
select s.child_id, 'GRO-MAL', 'growth', s.area_lft, s.measured_on + 1, greatest(s.next_on, s.measured_on + 1),
  'Lần cân đo gần nhất cần theo dõi.', 'The last weighing needs following up.'
from growth_states s join children c on c.id = s.child_id
where s.severity > 0 and c.left_on is null and exists (select from services_items where code = 'GRO-MAL');
insert into services_stale (child_id) select child_id from services_needs;
