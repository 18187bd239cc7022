-- Searching for a common word among few matters (在办事项里找常见词), such as what is open in a whole district: asked one by one, each
-- of twenty thousand was a call of its own. They are looked through in one go, the newest first, until a page is full.

create function matters.words_among(
  of_district integer, newest_first uuid[], all_grams text[], all_runs text[], up_to integer)
  returns setof uuid language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
  select one.id from unnest(newest_first) with ordinality as one (id, nth)
  where of_district = nullif(current_setting('app.district', true), '')::int
    and (select true from matters.search s
      where s.district_id = of_district and s.matter_id = one.id and s.grams @> all_grams
        and not exists (select from unnest(all_runs) as run where strpos(s.text, run) = 0) limit 1) is not null
  limit up_to
$$;
comment on function matters.words_among is 'Which of these matters, which the asker sees already, hold all of these words: so many, the first ones.';
revoke all on function matters.words_among from public;
grant execute on function matters.words_among to linli_app;
