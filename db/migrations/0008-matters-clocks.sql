-- Clocks in full: extensions (延期), the calendar of a district (本区日历), and limits that moved because it changed.

alter table matters.clocks add column extensions jsonb not null default '[]';
comment on column matters.clocks.extensions is 'When the limit was made longer and by how much; with pauses and started_at it gives due_at.';

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved'));

create table matters.calendars (
  district_id integer not null,
  stamp uuid not null,
  timetable jsonb,
  announced_years integer[] not null default '{}',
  counted_by text,
  set_by uuid,
  set_at timestamptz not null,
  constraint calendars_pk primary key (district_id)
);
comment on table matters.calendars is 'What a district says of its calendar as a whole; without a row the statutory calendar and ordinary office hours hold.';
comment on column matters.calendars.stamp is 'New with every change of the calendar or its days, so that each server knows that its copy is old.';
comment on column matters.calendars.announced_years is 'Years whose rest days were entered from the State Council''s paper.';
comment on column matters.calendars.counted_by is 'The calendar, as a short mark, by which all running limits were last counted.';
comment on column matters.calendars.set_by is 'Account of the person who set it last; null for the program itself.';
grant select, insert, update on matters.calendars to linli_app;

create table matters.calendar_days (
  district_id integer not null,
  day date not null,
  works boolean not null,
  reason text not null,
  source text not null,
  set_by uuid,
  set_at timestamptz not null,
  constraint calendar_days_pk primary key (district_id, day),
  constraint calendar_days_reason check (reason <> '' and source <> '')
);
comment on table matters.calendar_days is 'Days on which a district works or rests other than the statutory calendar that the program ships with.';
comment on column matters.calendar_days.source is 'The paper that says so.';
comment on column matters.calendar_days.set_by is 'Account of the person; null for the program itself.';
grant select, insert, update on matters.calendar_days to linli_app;

do $$
declare t text;
begin
  foreach t in array array['calendars', 'calendar_days'] loop
    execute format('alter table matters.%I enable row level security', t);
    execute format('alter table matters.%I force row level security', t);
    execute format(
      'create policy %I on matters.%I using (district_id = current_setting(''app.district'', true)::int)',
      t || '_of_district', t);
  end loop;
end $$;
