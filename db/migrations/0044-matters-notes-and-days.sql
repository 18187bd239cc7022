-- The working day of the offices: notes that only they read, why something stays overnight, the day's close of each body,
-- and a matter that goes from one colleague to another.

create table matters.notes (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  post_id uuid not null,
  body_id uuid not null,
  stays_on date,
  text text not null,
  constraint notes_pk primary key (district_id, id),
  constraint notes_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint notes_text check (text <> '' and length(text) <= 1000)
);
comment on table matters.notes is 'Append-only: what the offices write for themselves beside the timeline. Never part of what a resident or the public reads.';
comment on column matters.notes.id is 'The id of the command that wrote it, so that a retry writes nothing twice.';
comment on column matters.notes.stays_on is 'The day on which it says why the matter stays (隔夜原因); null for a note.';
create index notes_of_matter on matters.notes (district_id, matter_id, at, id);
create index notes_stays on matters.notes (district_id, body_id, stays_on, matter_id) where stays_on is not null;
grant select, insert on matters.notes to linli_app;

alter table matters.notes enable row level security;
alter table matters.notes force row level security;
-- Whoever showed the code of one matter reads that matter, and none of its notes.
create policy notes_of_offices on matters.notes using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and nullif(current_setting('app.matter', true), '') is null
  and exists (select from matters.matters m where m.district_id = notes.district_id and m.id = notes.matter_id));

create table matters.day_closes (
  district_id integer not null,
  id uuid not null,
  body_id uuid not null,
  day date not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid not null,
  stayed integer not null,
  turn integer not null,
  constraint day_closes_pk primary key (district_id, id),
  constraint day_closes_kind check (kind in ('closed', 'opened'))
);
comment on table matters.day_closes is 'Append-only: when a body closed its day or opened it again. The last one of a day holds. Nothing is counted per person.';
comment on column matters.day_closes.turn is 'Counts the marks of a body on a day, from one: two of them may bear the same instant.';
comment on column matters.day_closes.stayed is 'How many matters stayed, each with its reason.';
create unique index day_closes_of_day on matters.day_closes (district_id, day, body_id, turn);
grant select, insert on matters.day_closes to linli_app;

alter table matters.day_closes enable row level security;
alter table matters.day_closes force row level security;
create policy day_closes_of_district on matters.day_closes
  using (district_id = nullif(current_setting('app.district', true), '')::int);

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved', 'areaPassed', 'linked', 'drawnForVisit', 'turnedInto', 'taskMoved', 'publicity', 'assigned'));
