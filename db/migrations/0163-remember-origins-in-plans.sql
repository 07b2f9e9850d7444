-- The target or task of the plan above that one was made from, so that both stay comparable when words change.
-- The plan above is another plan, so no foreign key: its target may be gone while this one stays.
alter table plans_targets add column origin_id uuid;
alter table plans_tasks add column origin_id uuid;
