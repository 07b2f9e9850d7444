-- Figures that the product does not record, typed from a document. A correction replaces the figure of its period;
-- both stay, so that anybody can see what was said before and why it changed.
create table indicators_typed (
  id uuid not null,
  code text not null,
  area_id uuid not null,
  area_lft integer not null,
  period text not null,
  value numeric(18, 4) not null,
  numerator numeric(18, 2),
  denominator numeric(18, 2),
  unit text not null,
  source text not null,
  source_on date,
  note text,
  typed_by uuid not null,
  typed_at timestamptz not null,
  replaces uuid,
  reason text,
  replaced_at timestamptz,
  constraint indicators_typed_pkey primary key (id),
  constraint indicators_typed_of_area foreign key (area_id) references areas (id),
  constraint indicators_typed_replaces_one foreign key (replaces) references indicators_typed (id),
  constraint indicators_typed_replaced_once unique (replaces),
  constraint indicators_typed_period_form check (period ~ '^\d{4}(-H[12])?$'),
  constraint indicators_typed_source_named check (length(btrim(source)) between 3 and 300),
  constraint indicators_typed_corrected_with_reason check ((replaces is null) = (reason is null)),
  constraint indicators_typed_counts_in_order check (numerator >= 0 and denominator > 0)
);
create unique index indicators_typed_one_in_force on indicators_typed (area_id, code, period) where replaced_at is null;
create index indicators_typed_by_range on indicators_typed (area_lft);
alter table indicators_typed enable row level security;
create policy indicators_typed_area on indicators_typed
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
