-- The sums of the tallies by day for whole communities, sub-districts and districts (片区每日汇总), so that looking at twelve weeks of a district
-- does not add up every grid and body of it. What is counted adds rows that nobody waits for; the timer folds them into the sums, so that steps
-- all over a district do not wait for one row. Sums and changes together are always what the tallies give.

create table insight.area_days (
  district_id integer not null,
  area_code text collate "C" not null,
  on_day date not null,
  measure text not null,
  detail text not null,
  n integer not null,
  constraint area_days_pk primary key (district_id, area_code, on_day, measure, detail) include (n)
);
comment on table insight.area_days is 'Sums of the tallies of an area and all below it, of six, nine or twelve digits. Can be made again from the tallies.';
grant select, insert, update, delete on insight.area_days to linli_app;

create table insight.kind_days (
  district_id integer not null,
  area_code text collate "C" not null,
  on_day date not null,
  measure text not null,
  subject text not null,
  n integer not null,
  constraint kind_days_pk primary key (district_id, area_code, on_day, measure, subject) include (n)
);
comment on table insight.kind_days is 'The same of residents'' requests by kind: how many came in, and how many were opened again.';
grant select, insert, update, delete on insight.kind_days to linli_app;

create table insight.day_changes (
  district_id integer not null,
  id bigint generated always as identity,
  area_code text collate "C" not null,
  on_day date not null,
  procedure_id text not null,
  measure text not null,
  detail text not null,
  subject text not null,
  n integer not null,
  constraint day_changes_pk primary key (district_id, id)
);
comment on table insight.day_changes is 'What was counted and is not folded into the sums of areas yet.';
grant select, insert, delete on insight.day_changes to linli_app;

-- The owner counts for every district.
alter table insight.tallies no force row level security;
insert into insight.area_days
select t.district_id, left(t.area_code, d.digits), t.on_day, t.measure, t.detail, count(*)
from insight.tallies t join (values (6), (9), (12)) d (digits) on length(t.area_code) >= d.digits group by 1, 2, 3, 4, 5;
insert into insight.kind_days
select t.district_id, left(t.area_code, d.digits), t.on_day, t.measure, t.subject, count(*)
from insight.tallies t join (values (6), (9), (12)) d (digits) on length(t.area_code) >= d.digits
where t.procedure_id = 'resident-request' and t.measure in ('in', 'reopened') group by 1, 2, 3, 4, 5;
alter table insight.tallies force row level security;

-- Triggers, so that no way of counting can leave it out; once for all that a step counts.
create function insight.note_tallies() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into insight.day_changes (district_id, area_code, on_day, procedure_id, measure, detail, subject, n)
  select district_id, area_code, on_day, procedure_id, measure, detail, subject, case when tg_op = 'DELETE' then -count(*) else count(*) end
  from noted group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end $$;
create trigger day_changes_of_new after insert on insight.tallies
  referencing new table as noted for each statement execute function insight.note_tallies();
create trigger day_changes_of_gone after delete on insight.tallies
  referencing old table as noted for each statement execute function insight.note_tallies();

do $$
declare t text;
begin
  foreach t in array array['area_days', 'kind_days', 'day_changes'] loop
    execute format('alter table insight.%I enable row level security', t);
    execute format('alter table insight.%I force row level security', t);
    execute format(
      'create policy %I on insight.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
