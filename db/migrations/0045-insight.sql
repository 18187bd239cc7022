-- Seeing (看): what happened to matters, counted once for each thing, and its sums by day; reports that were made.

create schema insight;
grant usage on schema insight to linli_app;

create table insight.tallies (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  measure text not null,
  detail text not null default '',
  at timestamptz not null,
  on_day date not null,
  area_code text collate "C" not null,
  body_id uuid not null,
  procedure_id text not null,
  subject text not null,
  constraint tallies_pk primary key (district_id, matter_id, seq, measure),
  constraint tallies_measure check (measure in ('in', 'taken', 'passed', 'answered', 'ended', 'missed', 'reopened', 'rated', 'said', 'visited'))
);
comment on table insight.tallies is 'One row for each thing that is counted, made from a timeline entry in its transaction; can be made again from the timeline. Holds nothing about persons.';
comment on column insight.tallies.detail is 'How it ended or was answered, the mark, what was said; of a reopening, the stage it was reopened from.';
comment on column insight.tallies.on_day is 'The day on the clock of the district.';
comment on column insight.tallies.area_code is 'The area in which the matter was opened; figures count it there for good.';
comment on column insight.tallies.body_id is 'The body that held the matter when it happened.';
create index tallies_by_area on insight.tallies (district_id, measure, area_code, on_day);
create index tallies_by_day on insight.tallies (district_id, measure, on_day, area_code) include (subject, detail);
create index tallies_by_body on insight.tallies (district_id, body_id, measure, on_day);
grant select, insert, delete on insight.tallies to linli_app;

create table insight.days (
  district_id integer not null,
  on_day date not null,
  area_code text collate "C" not null,
  body_id uuid not null,
  procedure_id text not null,
  measure text not null,
  detail text not null,
  n integer not null,
  constraint days_pk primary key (district_id, on_day, area_code, body_id, procedure_id, measure, detail)
);
comment on table insight.days is 'Sums of the tallies by day, kept in the same transaction.';
create index days_by_area on insight.days (district_id, area_code, on_day);
create index days_by_body on insight.days (district_id, body_id, on_day);
grant select, insert, update, delete on insight.days to linli_app;

create table insight.reports (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  area_code text collate "C",
  body_id uuid,
  from_day date not null,
  until_day date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  content jsonb not null,
  constraint reports_pk primary key (district_id, id),
  constraint reports_kind check (kind in ('week', 'month')),
  constraint reports_of_area_or_body check ((area_code is null) <> (body_id is null)),
  constraint reports_days_in_order check (until_day >= from_day)
);
comment on table insight.reports is 'Append-only: figures as of when the report was made, and the ids of the matters behind them; their words are read when it is opened.';
comment on column insight.reports.made_by is 'Account of the person who had it made.';
create index reports_by_area on insight.reports (district_id, area_code, made_at desc, id desc);
create index reports_by_body on insight.reports (district_id, body_id, made_at desc, id desc) where body_id is not null;
grant select, insert on insight.reports to linli_app;

do $$
declare t text;
begin
  foreach t in array array['tallies', 'days'] loop
    execute format('alter table insight.%I enable row level security', t);
    execute format('alter table insight.%I force row level security', t);
    execute format(
      'create policy %I on insight.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;

alter table insight.reports enable row level security;
alter table insight.reports force row level security;
create policy reports_in_scope on insight.reports using (coalesce(
  district_id = nullif(current_setting('app.district', true), '')::int
  and (
    (area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or body_id = nullif(current_setting('app.body', true), '')::uuid
  ), false));
