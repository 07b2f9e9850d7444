-- A search by name over a province or the nation reads the words in this index alone: the place that row-level security
-- asks for and the child stand in it. It serves all that the index of words alone served.
create index children_name_tokens_by_place on children_name_tokens (token, area_lft) include (child_id, own);
drop index children_name_tokens_by_token;
