-- The list of work and the weighing day of a class: who attends a school now.
create index children_facts_by_school on children_facts (facility_id, child_id)
  where kind = 'schooling' and undone_at is null;
