-- Searching for a word that very many matters hold (常见词): collecting all of them to show fifty grows with the record, so the newest are
-- walked and each is asked whether it holds the words. Rare words are collected by the index, as before.

create function matters.count_by_words(of_district integer, all_grams text[], up_to integer)
  returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from (
    select from matters.search s
    where s.district_id = of_district and of_district = nullif(current_setting('app.district', true), '')::int
      and s.grams @> all_grams
    limit up_to) as found
$$;
comment on function matters.count_by_words is 'How many matters of the district hold all of these, up to so many: only to choose how to search, never shown.';

create function matters.has_words(of_district integer, of_matter uuid, all_grams text[], all_runs text[])
  returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from matters.search s
    where s.district_id = of_district and s.matter_id = of_matter
      and of_district = nullif(current_setting('app.district', true), '')::int
      and not exists (select from unnest(all_runs) as run where strpos(s.text, run) = 0)
      and s.grams @> all_grams)
$$;
comment on function matters.has_words is 'Whether one matter holds all of these; asked of matters that are in scope already.';

create function matters.given_elsewhere(of_district integer, of_body uuid)
  returns setof uuid language sql stable security definer rows 200 set search_path = pg_catalog, pg_temp as $$
  select m.id from matters.matters m
  where m.district_id = of_district and m.body_ids @> array[of_body]
    and not (m.area_code >= current_setting('app.lo', true) and m.area_code < current_setting('app.hi', true))
    and of_district = nullif(current_setting('app.district', true), '')::int
    and of_body = nullif(current_setting('app.body', true), '')::uuid
$$;
comment on function matters.given_elsewhere is 'Ids of matters outside the asker''s area that its body holds, held or was offered; nothing for any other body.';

revoke all on function matters.count_by_words, matters.has_words, matters.given_elsewhere from public;
grant execute on function matters.count_by_words, matters.has_words, matters.given_elsewhere to linli_app;
