-- What the coordination desk asks at a million matters (协调台): the matters of an institution that has few were looked for among all of
-- them, and who solved requests was counted row by row.

create index matters_by_procedure on matters.matters (district_id, procedure_id, last_at desc) where procedure_id <> 'resident-request';
create index matters_solved on matters.matters (district_id, opened_at) include (area_code, holder_body_kind)
  where procedure_id = 'resident-request' and outcome = 'solved';

create function matters.count_solved_by_kind(of_district integer, since timestamptz)
  returns table (holder_body_kind text, n integer)
  language sql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
  select s.holder_body_kind, count(*)::int from (
    select m.holder_body_kind from matters.matters m
    where m.district_id = of_district and m.procedure_id = 'resident-request' and m.outcome = 'solved' and m.opened_at >= since
      and m.area_code >= current_setting('app.lo', true) and m.area_code < current_setting('app.hi', true)
    union all
    select m.holder_body_kind
    from matters.given_elsewhere(of_district, nullif(current_setting('app.body', true), '')::uuid) as g (id)
    join matters.matters m on m.district_id = of_district and m.id = g.id
    where m.procedure_id = 'resident-request' and m.outcome = 'solved' and m.opened_at >= since) s
  where of_district = nullif(current_setting('app.district', true), '')::int
  group by 1
$$;
comment on function matters.count_solved_by_kind is 'Requests opened since an instant whose answer stands as solved, by the kind of body that has them, as far as the asker''s scope goes.';
revoke all on function matters.count_solved_by_kind from public;
grant execute on function matters.count_solved_by_kind to linli_app;
