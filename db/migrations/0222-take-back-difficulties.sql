-- A difficulty that nobody has answered yet can be taken back by the place that sent it.
alter table tasks_difficulties drop constraint tasks_difficulties_state_known;
alter table tasks_difficulties add constraint tasks_difficulties_state_known
  check (state in ('open', 'answered', 'closed', 'withdrawn'));
