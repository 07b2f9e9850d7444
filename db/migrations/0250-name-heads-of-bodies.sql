-- A post may be that of the head of its body, with what the head answers for (R19). One head of a body at a time.
alter table organisations_posts add column is_head boolean not null default false;
alter table organisations_posts add column answerable_for text;
alter table organisations_posts add constraint organisations_posts_head_of_body
  check (not is_head or organisation_id is not null);
alter table organisations_posts add constraint organisations_posts_answerable_when_head
  check (is_head or answerable_for is null);
alter table organisations_posts add constraint organisations_posts_one_head exclude using gist (
  areas_id_range(organisation_id, organisation_id, '[]') with &&, daterange(valid_from, valid_to, '[]') with &&
) where (is_head);
