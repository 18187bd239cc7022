-- Openness (公开): keys of Open311 clients, and the points that clients gave for their requests.

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

do $$
declare t text;
begin
  foreach t in array array['clients', 'points'] loop
    execute format('alter table openness.%I enable row level security', t);
    execute format('alter table openness.%I force row level security', t);
    execute format(
      'create policy %I on openness.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
