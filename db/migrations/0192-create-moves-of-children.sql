-- A child that moves to another commune: the sender offers, the receiver accepts or refuses, the sender may recall.
-- Until it is accepted the child stays in the sender's register. Both see the row; the receiver sees of the child
-- only what stands in it.
create table children_moves (
  child_id uuid not null,
  id uuid not null,
  area_lft integer not null,
  from_area_id uuid not null,
  to_area_id uuid not null,
  moved_on date not null,
  residence text not null,
  note text,
  child_name text not null,
  born_on date not null,
  born_precision text not null,
  sex text not null,
  mother_name text,
  state text not null default 'sent',
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  answered_by uuid,
  answered_at timestamptz,
  refusal text,
  constraint children_moves_pkey primary key (child_id, id),
  constraint children_moves_of_child foreign key (child_id, area_lft)
    references children (id, area_lft) on update cascade on delete cascade deferrable,
  constraint children_moves_from_area foreign key (from_area_id) references areas (id),
  constraint children_moves_to_area foreign key (to_area_id) references areas (id),
  constraint children_moves_elsewhere check (from_area_id <> to_area_id),
  constraint children_moves_residence_known check (residence in ('permanent', 'temporary')),
  constraint children_moves_state_known check (state in ('sent', 'accepted', 'refused', 'recalled')),
  constraint children_moves_answered_by_someone check ((state = 'sent') = (answered_at is null)
    and (answered_at is null) = (answered_by is null)),
  constraint children_moves_refused_with_reason check ((state = 'refused') = (refusal is not null))
);
create unique index children_moves_one_at_a_time on children_moves (child_id) where state = 'sent';
create index children_moves_open on children_moves (to_area_id) where state = 'sent';
create index children_moves_from on children_moves (from_area_id, sent_at);
alter table children_moves enable row level security;
create policy children_moves_seen_by_both on children_moves for select using (
  area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int
  or exists (select from areas a where a.id in (from_area_id, to_area_id)
    and a.lft between current_setting('app.lft')::int and current_setting('app.rgt')::int));
create policy children_moves_sent on children_moves for insert
  with check (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy children_moves_changed on children_moves for update
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);
create policy children_moves_deleted on children_moves for delete
  using (area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int);

-- The receiver's answer. It looks past row-level security because the child is still the sender's: only for a move
-- that was offered to a place within the asker's range, and it does nothing but what the answer says. Returns what
-- the move is now, or 'not-found', 'no-place', 'left'.
create function children_answer_move(asked_child uuid, asked_move uuid, answer text, person uuid, why text, village uuid)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  move public.children_moves;
  spot integer;
begin
  select m.* into move from public.children_moves m join public.areas a on a.id = m.to_area_id
    where m.child_id = asked_child and m.id = asked_move
      and a.lft between current_setting('app.lft')::int and current_setting('app.rgt')::int
    for update of m;
  if not found then return 'not-found'; end if;
  if move.state <> 'sent' then return move.state; end if;
  if answer = 'accepted' then
    select a.lft into spot from public.areas a
      where a.id = coalesce(village, move.to_area_id) and (village is null or a.parent_id = move.to_area_id);
    if not found then return 'no-place'; end if;
    update public.children set commune_id = move.to_area_id, village_id = village, area_lft = spot,
      version = version + 1 where id = asked_child and left_on is null;
    if not found then return 'left'; end if;
    update public.children_name_tokens set commune_id = move.to_area_id where child_id = asked_child;
  end if;
  update public.children_moves set state = answer, answered_by = person, answered_at = now(),
    refusal = case when answer = 'refused' then why end
    where child_id = asked_child and id = asked_move;
  return answer;
end
$$;
