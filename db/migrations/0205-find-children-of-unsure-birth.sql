-- Children of whom only the month or the year of birth is known, to be compared with others of their commune.
create index children_by_unsure_birth on children (commune_id, born_on) where born_precision <> 'day';
