-- Openness (公开): keys of Open311 clients, the points that clients gave for their requests, and what figures are counted from.

create schema openness;
grant usage on schema openness to linli_app;

create table openness.clients (
  district_id integer not null,
  id uuid not null,
  name text not null,
  contact text not null,
  key_hash bytea not null,
  key_start text not null,
  per_minute integer not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  constraint clients_pk primary key (district_id, id),
  constraint clients_key unique (district_id, key_hash),
  constraint clients_per_minute check (per_minute between 1 and 100000)
);
comment on table openness.clients is 'Who may send requests over Open311. The key itself is shown once and never stored.';
comment on column openness.clients.key_start is 'The first characters of the key, by which people recognise it.';
grant select, insert, update on openness.clients to linli_app;

create table openness.points (
  district_id integer not null,
  matter_id uuid not null,
  lat double precision not null,
  long double precision not null,
  constraint points_pk primary key (district_id, matter_id),
  constraint points_on_earth check (lat between -90 and 90 and long between -180 and 180)
);
comment on table openness.points is 'Where a request lies (WGS 84), rounded to a thousandth of a degree, about 100 metres, so that it names no door.';
grant select, insert on openness.points to linli_app;

create table openness.facts (
  district_id integer not null,
  matter_id uuid not null,
  community_code text collate "C",
  subdistrict_code text collate "C",
  opened_at timestamptz not null,
  answered_at timestamptz,
  stage text not null,
  outcome text,
  in_time boolean not null,
  rating integer,
  constraint facts_pk primary key (district_id, matter_id)
);
comment on table openness.facts is 'What figures are counted from, one row for each request, kept in the transaction of each step. Holds nothing about persons.';
comment on column openness.facts.in_time is 'Whether the last answer came within the time in all; true while there is none.';
comment on column openness.facts.rating is 'The last mark that the person who asked gave, 1 to 5.';
create index facts_by_district on openness.facts (district_id, opened_at);
create index facts_by_subdistrict on openness.facts (district_id, subdistrict_code, opened_at);
create index facts_by_community on openness.facts (district_id, community_code, opened_at);
grant select, insert, update on openness.facts to linli_app;

insert into openness.facts
select m.district_id, m.id, m.community_code, m.subdistrict_code, m.opened_at,
  case when m.stage <> 'open' then m.answered_at end, m.stage, case when m.stage <> 'open' then m.outcome end,
  coalesce((
    select k.missed_at is null and (k.due_at is null or k.ended_at <= k.due_at) from matters.clocks k
    where k.district_id = m.district_id and k.matter_id = m.id and k.clock = 'total' and k.ending = 'met'
    order by k.run desc limit 1), true),
  (select (t.content->'input'->>'rating')::int from matters.timeline t
   where t.district_id = m.district_id and t.matter_id = m.id and t.content->'input' ? 'rating'
   order by t.seq desc limit 1)
from matters.matters m join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id;

do $$
declare t text;
begin
  foreach t in array array['clients', 'points', 'facts'] loop
    execute format('alter table openness.%I enable row level security', t);
    execute format('alter table openness.%I force row level security', t);
    execute format(
      'create policy %I on openness.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
