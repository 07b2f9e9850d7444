-- A large area is recounted by a job: its row is there from the start, says how far the job is, and gets the result.
alter table indicators_recounts
  add column communes integer not null default 0,
  add column communes_done integer not null default 0,
  -- When the job last said how far it is; null where no job was needed.
  add column seen_at timestamptz,
  drop constraint indicators_recounts_state_known,
  add constraint indicators_recounts_state_known check (state in ('running', 'equal', 'different', 'waiting')),
  add constraint indicators_recounts_done_of_all check (communes_done between 0 and communes),
  add constraint indicators_recounts_running_is_seen check (state <> 'running' or seen_at is not null);
