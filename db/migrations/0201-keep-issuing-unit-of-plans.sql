-- The unit that issued a plan, as units stood on the plan's day; empty when its name alone does not tell. `area_id`
-- stays the unit of today that keeps the plan. A unit that a reorganisation made goes when that is undone.
alter table plans add column issuer_area_id uuid
  constraint plans_issuer_area_known references areas (id) on delete set null;
create index plans_issuer_area on plans (issuer_area_id);
