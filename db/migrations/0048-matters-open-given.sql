-- What a body was given, found by an index: row security keeps that of an array from serving, so functions ask it.

create index matters_open_by_body on matters.matters using gin (body_ids) with (fastupdate = off) where stage <> 'final';

create function matters.open_given_to(of_district integer, of_body uuid)
  returns setof uuid language sql stable security definer rows 200 set search_path = pg_catalog, pg_temp as $$
  select m.id from matters.matters m
  where m.district_id = of_district and m.stage <> 'final' and m.body_ids @> array[of_body]
    and of_district = nullif(current_setting('app.district', true), '')::int
    and of_body = nullif(current_setting('app.body', true), '')::uuid
$$;
comment on function matters.open_given_to is 'Ids of open matters that the body of the asker holds, held or was offered; nothing for any other body.';

create function matters.given_to(of_district integer, of_body uuid, up_to integer)
  returns setof uuid language sql stable security definer rows 1000 set search_path = pg_catalog, pg_temp as $$
  select m.id from matters.matters m
  where m.district_id = of_district and m.body_ids @> array[of_body]
    and of_district = nullif(current_setting('app.district', true), '')::int
    and of_body = nullif(current_setting('app.body', true), '')::uuid
  limit up_to
$$;
comment on function matters.given_to is 'The same of all matters, no more than so many, in no order: for counting.';
revoke all on function matters.open_given_to, matters.given_to from public;
grant execute on function matters.open_given_to, matters.given_to to linli_app;
