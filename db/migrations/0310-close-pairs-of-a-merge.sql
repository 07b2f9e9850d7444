-- Merging two records closes the open pairs of the one merged away; the way back opens them again. So they are kept, as
-- decided by whoever merged, instead of being deleted.
alter table children_pairs
  drop constraint children_pairs_verdict_known,
  add constraint children_pairs_verdict_known check (verdict in ('different', 'merged'));
