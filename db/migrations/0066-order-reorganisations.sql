-- Which case was applied after which: two may be applied within one tick of the clock.
alter table reorganisation_cases add column applied_order integer;
update reorganisation_cases set applied_order = no where applied_at is not null;
alter table reorganisation_cases
  add constraint reorganisation_cases_applied_in_order check ((applied_at is null) = (applied_order is null)),
  add constraint reorganisation_cases_applied_order_once unique (applied_order);
