-- Ground that every module stands on: the role the application works as, and the keys of each district.

do $$
begin
  if not exists (select from pg_roles where rolname = 'linli_app') then
    create role linli_app nologin nobypassrls;
  end if;
end $$;

-- The connecting user switches to linli_app in every transaction, so that row-level security holds for it too.
grant linli_app to current_user;

create schema platform;
grant usage on schema platform to linli_app;

create table platform.district_keys (
  district_id integer not null,
  purpose text not null,
  wrapped_key bytea not null,
  made_at timestamptz not null,
  constraint district_keys_pk primary key (district_id, purpose)
);
comment on table platform.district_keys is 'Data keys of a district, each encrypted with the master key (envelope).';
grant select, insert on platform.district_keys to linli_app;

create table platform.settings (
  district_id integer not null,
  name text not null,
  value jsonb not null,
  changed_at timestamptz not null,
  constraint settings_pk primary key (district_id, name)
);
comment on table platform.settings is 'Settings of a district: time zone, office hours, size limits.';
grant select, insert, update on platform.settings to linli_app;
