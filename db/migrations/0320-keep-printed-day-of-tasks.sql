-- The day by which the plan itself says a task is due, and the words that say so (null: typed by the person who filed).
alter table plans_tasks
  add column due_on date,
  add column due_said text,
  add constraint plans_tasks_due_said_of_a_day check (due_said is null or due_on is not null),
  add constraint plans_tasks_due_said_short check (length(due_said) <= 500);
