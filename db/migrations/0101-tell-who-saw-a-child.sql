-- Everything in both logs about one child, whoever acted: a province's officer acts under the province, which the
-- row-level security of a commune hides, and the family must be told of it all the same. Looks past row-level
-- security for a child within the range of who asks, and for no other.
create function accounts_log_of_child(child uuid) returns table (
  id uuid, at timestamptz, person_id uuid, grant_id uuid, area_id uuid, role text, kind text, action text,
  subject_id text, child_ids uuid[], address text, device text, before jsonb, after jsonb, asked text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select e.*
    from (
      select a.id, a.at, a.person_id, a.grant_id, a.area_id, g.role, 'done', a.action, a.subject_id,
        array[a.child_id], a.address, a.device, a.before, a.after, null
      from public.accounts_audit a left join public.accounts_grants g on g.id = a.grant_id
      where a.child_id = child
      union all
      select r.id, r.at, r.person_id, r.grant_id, r.area_id, g.role,
        case r.kind when 'export' then 'exported' else 'seen' end, r.route, null,
        array[child], r.address, r.device, null, null, r.asked
      from public.accounts_reads r left join public.accounts_grants g on g.id = r.grant_id
      where r.child_ids @> array[child]
    ) e
    where exists (
      select from public.children c where c.id = child
        and c.area_lft between current_setting('app.lft')::int and current_setting('app.rgt')::int)
  $$;
