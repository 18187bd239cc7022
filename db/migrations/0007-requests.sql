-- Residents' requests (居民诉求): what is known of each beyond the matter, the reporter's contact, the public form.

create schema requests;
grant usage on schema requests to linli_app;

create table requests.requests (
  district_id integer not null,
  matter_id uuid not null,
  channel text not null,
  category text not null,
  wants_public boolean not null,
  import_source text,
  import_key text,
  constraint requests_pk primary key (district_id, matter_id),
  constraint requests_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint requests_channel check (channel in ('site', 'counter', 'telephone', 'doorstep', 'onlineMessage')),
  constraint requests_import unique (district_id, import_source, import_key)
);
grant select, insert on requests.requests to linli_app;

create table requests.reporters (
  district_id integer not null,
  matter_id uuid not null,
  phone_sealed bytea not null,
  phone_index bytea not null,
  constraint reporters_pk primary key (district_id, matter_id),
  constraint reporters_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id)
);
comment on column requests.reporters.phone_index is 'Keyed hash of the number, for exact look-up only.';
create index reporters_by_phone on requests.reporters (district_id, phone_index);
grant select, insert on requests.reporters to linli_app;

create table requests.publications (
  district_id integer not null,
  matter_id uuid not null,
  number text not null,
  community_code text collate "C",
  subdistrict_code text collate "C",
  category text not null,
  title text not null,
  body text not null,
  answer text not null default '',
  answer_body_id uuid,
  holder_body_id uuid not null,
  state text not null,
  outcome text,
  rating integer,
  opened_at timestamptz not null,
  answered_at timestamptz,
  grams text[] not null,
  constraint publications_pk primary key (district_id, matter_id),
  constraint publications_number unique (district_id, number)
);
comment on table requests.publications is 'The masked form of a request that everyone may read. Public by nature, so without row security.';
create index publications_newest on requests.publications (district_id, opened_at desc, matter_id desc);
create index publications_by_community on requests.publications (district_id, community_code, opened_at desc, matter_id desc);
create index publications_grams on requests.publications using gin (grams);
grant select, insert, update, delete on requests.publications to linli_app;

create table requests.code_attempts (
  district_id integer not null,
  subject text not null,
  failed integer not null,
  since timestamptz not null,
  constraint code_attempts_pk primary key (district_id, subject)
);
comment on table requests.code_attempts is 'Wrong follow codes in a row, by request number, so that codes cannot be guessed.';
grant select, insert, update, delete on requests.code_attempts to linli_app;

do $$
declare t text;
begin
  foreach t in array array['requests', 'reporters'] loop
    execute format('alter table requests.%I enable row level security', t);
    execute format('alter table requests.%I force row level security', t);
    execute format(
      'create policy %I on requests.%I using (exists (select from matters.matters m where m.district_id = %I.district_id and m.id = %I.matter_id))',
      t || '_with_matter', t, t, t);
  end loop;
end $$;
alter table requests.code_attempts enable row level security;
alter table requests.code_attempts force row level security;
create policy code_attempts_of_district on requests.code_attempts
  using (district_id = current_setting('app.district', true)::int);
