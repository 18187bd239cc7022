-- The words by which matters are found are residents' own, names and numbers among them. Row security would keep the index
-- from serving, so the application reads none of it: it asks two functions, of which one adds and one gives ids in scope.

revoke all on matters.search from linli_app;

create function matters.add_search_words(of_district integer, of_matter uuid, more_text text, more_grams text[])
  returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into matters.search as s (district_id, matter_id, text, grams)
  select of_district, of_matter, more_text, more_grams
  where of_district = nullif(current_setting('app.district', true), '')::int
  on conflict (district_id, matter_id) do update set
    text = s.text || ' ' || excluded.text,
    grams = (select array(select distinct unnest(s.grams || excluded.grams)))
$$;

create function matters.find_by_words(of_district integer, all_grams text[], all_runs text[])
  returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.matter_id
  from matters.search s
  join matters.matters m on m.district_id = s.district_id and m.id = s.matter_id
  where s.district_id = of_district and of_district = nullif(current_setting('app.district', true), '')::int
    and s.grams @> all_grams
    and not exists (select from unnest(all_runs) as run where strpos(s.text, run) = 0)
    and (
      (m.area_code >= current_setting('app.lo', true) and m.area_code < current_setting('app.hi', true))
      or nullif(current_setting('app.body', true), '')::uuid = any (m.body_ids)
      or m.id = nullif(current_setting('app.matter', true), '')::uuid
    )
$$;
comment on function matters.find_by_words is 'Ids of matters in scope whose words hold all of these; never the words. Says the same as the policy matters_in_scope.';

revoke all on function matters.add_search_words, matters.find_by_words from public;
grant execute on function matters.add_search_words, matters.find_by_words to linli_app;
comment on table matters.search is 'Two-character grams for finding words. The application has no privilege on it and asks matters.find_by_words.';
