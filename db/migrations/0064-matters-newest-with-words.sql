-- Walking the newest matters of a whole district for a common word in one go: asked one by one, thousands of calls stood between a word and its page.

create function matters.newest_with_words(
  of_district integer, all_grams text[], all_runs text[], before_at timestamptz, before_id uuid, up_to integer)
  returns setof uuid language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
  select m.id from matters.matters m
  where m.district_id = of_district and of_district = nullif(current_setting('app.district', true), '')::int
    and current_setting('app.lo', true) in ('', of_district::text) and current_setting('app.hi', true) <> ''
    and (m.opened_at, m.id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    and (select true from matters.search s
      where s.district_id = of_district and s.matter_id = m.id and s.grams @> all_grams
        and not exists (select from unnest(all_runs) as run where strpos(s.text, run) = 0) limit 1) is not null
  order by m.opened_at desc, m.id desc limit up_to
$$;
comment on function matters.newest_with_words is 'Ids of the newest matters that hold all of these, for who sees the whole district; nothing for anybody else.';
revoke all on function matters.newest_with_words from public;
grant execute on function matters.newest_with_words to linli_app;

-- What was answered lately in a community, for what may be the same thing as a new request: its newest were walked until enough had been answered lately.

create index matters_answered_by_community on matters.matters (district_id, community_code, answered_at desc) where answered_at is not null;

-- What root-cause items took up is few beside the record.
create index links_takes_up on matters.links (district_id, from_matter_id, to_matter_id) where kind = 'takesUp';
