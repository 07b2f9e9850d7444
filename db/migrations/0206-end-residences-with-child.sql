-- A residence ends on the day the child left the register; opened again, the child lives there as before.
alter table children_facts
  add column ended_by_leaving boolean not null default false,
  -- The end that it had before, mostly none.
  add column to_day_before_leaving date,
  add constraint children_facts_end_before_leaving check (ended_by_leaving or to_day_before_leaving is null),
  add constraint children_facts_ended_by_leaving_residence check (not ended_by_leaving or kind = 'residence');
