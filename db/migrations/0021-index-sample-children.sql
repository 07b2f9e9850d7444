-- "Are there invented children here?" is asked by every page: it must not cost a look at every child.
create index children_sample on children (commune_id) where sample;
