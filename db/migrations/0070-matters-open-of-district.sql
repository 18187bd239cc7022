-- What stands open in a whole district (全区在办), for its overview: row security asked for the scope at each of twenty thousand rows.

create function matters.open_of_district(of_district integer)
  returns table (area_code text, holder_body_id uuid, procedure_id text, procedure_version integer, state text, stage text, outcome text,
    opened_at timestamptz, next_due_at timestamptz)
  language sql stable security definer rows 10000 set search_path = pg_catalog, pg_temp as $$
  select m.area_code, m.holder_body_id, m.procedure_id, m.procedure_version, m.state, m.stage, m.outcome, m.opened_at, m.next_due_at
  from matters.matters m
  where m.district_id = of_district and m.stage <> 'final' and of_district = nullif(current_setting('app.district', true), '')::int
    and current_setting('app.lo', true) in ('', of_district::text) and current_setting('app.hi', true) <> ''
$$;
comment on function matters.open_of_district is 'Where the open matters of a district stand, without their words, for who sees the whole district; nothing for anybody else.';
revoke all on function matters.open_of_district from public;
grant execute on function matters.open_of_district to linli_app;
