-- Whoever reviews an opening of a confidential part may ask back first; question and answer stay with it.
alter table children_openings add column question text;
alter table children_openings add column questioned_at timestamptz;
alter table children_openings add column questioned_by uuid;
alter table children_openings add column answer text;
alter table children_openings add column answered_at timestamptz;
alter table children_openings add constraint children_openings_questioned_whole
  check ((question is null) = (questioned_at is null) and (question is null) = (questioned_by is null));
alter table children_openings add constraint children_openings_answered_whole
  check ((answer is null) = (answered_at is null) and (answer is null or question is not null));
alter table children_openings add constraint children_openings_not_asked_by_oneself check (questioned_by <> person_id);
alter table children_openings add constraint children_openings_question_written check (length(btrim(question)) between 5 and 500);
alter table children_openings add constraint children_openings_answer_written check (length(btrim(answer)) between 5 and 500);
create index children_openings_of_person on children_openings (person_id, opened_at);
