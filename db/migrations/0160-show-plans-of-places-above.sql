-- Whoever works below reads the plans of the places above (docs/decisions/0008): their targets, tasks and
-- deadlines are what the own plan is made from. Writing keeps the first policy alone.
-- Ranges of places nest and no two begin at the same number, so the beginning of a range names its place.
create policy plans_above on plans for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
create policy plans_targets_above on plans_targets for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
create policy plans_target_values_above on plans_target_values for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
create policy plans_tasks_above on plans_tasks for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
create policy plans_task_agencies_above on plans_task_agencies for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
create policy plans_deadlines_above on plans_deadlines for select
  using (area_lft in (select lft from areas
    where lft < current_setting('app.lft')::int and rgt >= current_setting('app.rgt')::int));
