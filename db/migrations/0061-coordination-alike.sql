-- How often the same comes again (反复计数), as sums over the days in which requests are compared: who asks what comes again no longer has
-- all of them compared. What changes of an occurrence adds rows that nobody waits for; the timer folds them into the sums and takes out what
-- became too old. Sums and changes together are always what the occurrences since alike_since give.

create table coordination.alike (
  district_id integer not null,
  by_place boolean not null,
  community_code text collate "C" not null,
  subdistrict_code text collate "C" generated always as (left(community_code, 9)) stored,
  subject text not null,
  place_key text collate "C" not null,
  n integer not null,
  open integer not null,
  last_at timestamptz not null,
  constraint alike_pk primary key (district_id, by_place, community_code, subject, place_key)
);
comment on table coordination.alike is 'How many requests belong together, by place or by theme. Can be made again from the occurrences. Nothing of persons.';
comment on column coordination.alike.place_key is 'Empty for a theme.';
comment on column coordination.alike.last_at is 'When the newest came; later than that where the newest passed to another community. Only to put equals in order.';
create index alike_most_of_district on coordination.alike (district_id, by_place, n desc, last_at desc, community_code, subject, place_key) where n >= 3;
create index alike_most_of_subdistrict on coordination.alike (district_id, by_place, subdistrict_code, n desc, last_at desc, community_code, subject, place_key) where n >= 3;
create index alike_most_of_community on coordination.alike (district_id, by_place, community_code, n desc, last_at desc, subject, place_key) where n >= 3;
create index alike_nothing on coordination.alike (district_id) where n = 0;
grant select, insert, update, delete on coordination.alike to linli_app;

create table coordination.alike_since (
  district_id integer not null,
  since timestamptz not null,
  constraint alike_since_pk primary key (district_id)
);
comment on table coordination.alike_since is 'The first instant of the days over which the sums of a district are made; no row before they are made first.';
grant select, insert, update, delete on coordination.alike_since to linli_app;

create table coordination.alike_changes (
  district_id integer not null,
  id bigint generated always as identity,
  community_code text collate "C" not null,
  subject text not null,
  place_key text collate "C" not null,
  opened_at timestamptz not null,
  n smallint not null,
  open smallint not null,
  constraint alike_changes_pk primary key (district_id, id)
);
comment on table coordination.alike_changes is 'What changed of the sums and is not folded into them yet.';
grant select, insert, delete on coordination.alike_changes to linli_app;

-- Those of one theme, the newest first; those of one place have occurrences_alike.
create index occurrences_of_theme on coordination.occurrences (district_id, community_code, subject, opened_at desc, matter_id);

-- A trigger, so that no way of writing an occurrence can leave it out. It decides nothing.
create function coordination.note_alike() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.community_code, old.subject, old.place_key, old.opened_at) = (new.community_code, new.subject, new.place_key, new.opened_at) then
    insert into coordination.alike_changes (district_id, community_code, subject, place_key, opened_at, n, open)
    values (new.district_id, new.community_code, new.subject, new.place_key, new.opened_at, 0, new.is_open::int - old.is_open::int);
    return null;
  end if;
  if tg_op <> 'INSERT' then
    insert into coordination.alike_changes (district_id, community_code, subject, place_key, opened_at, n, open)
    values (old.district_id, old.community_code, old.subject, old.place_key, old.opened_at, -1, -old.is_open::int);
  end if;
  if tg_op <> 'DELETE' then
    insert into coordination.alike_changes (district_id, community_code, subject, place_key, opened_at, n, open)
    values (new.district_id, new.community_code, new.subject, new.place_key, new.opened_at, 1, new.is_open::int);
  end if;
  return null;
end $$;
create trigger alike_of_new after insert or delete on coordination.occurrences
  for each row execute function coordination.note_alike();
create trigger alike_of_changed after update on coordination.occurrences
  for each row when ((old.community_code, old.subject, old.place_key, old.opened_at, old.is_open)
    is distinct from (new.community_code, new.subject, new.place_key, new.opened_at, new.is_open))
  execute function coordination.note_alike();

alter table coordination.alike enable row level security;
alter table coordination.alike force row level security;
create policy alike_in_scope on coordination.alike using (coalesce(
  district_id = nullif(current_setting('app.district', true), '')::int
  and community_code >= current_setting('app.lo', true) and community_code < current_setting('app.hi', true), false));
alter table coordination.alike_since enable row level security;
alter table coordination.alike_since force row level security;
create policy alike_since_of_district on coordination.alike_since
  using (district_id = nullif(current_setting('app.district', true), '')::int);
alter table coordination.alike_changes enable row level security;
alter table coordination.alike_changes force row level security;
create policy alike_changes_in_scope on coordination.alike_changes for select using (coalesce(
  district_id = nullif(current_setting('app.district', true), '')::int
  and community_code >= current_setting('app.lo', true) and community_code < current_setting('app.hi', true), false));
create policy alike_changes_added on coordination.alike_changes for insert
  with check (district_id = nullif(current_setting('app.district', true), '')::int);
create policy alike_changes_folded on coordination.alike_changes for delete
  using (district_id = nullif(current_setting('app.district', true), '')::int);
