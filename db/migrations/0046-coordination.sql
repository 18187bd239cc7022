-- Joint meetings of the communities of a sub-district (社区主任联席会): the agenda, who came, and what was decided.

create schema coordination;
grant usage on schema coordination to linli_app;

create table coordination.meetings (
  district_id integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  rhythm text not null,
  held_on date not null,
  place text not null,
  convened_at timestamptz not null,
  convened_by_account_id uuid not null,
  convened_by_post_id uuid not null,
  concluded_at timestamptz,
  concluded_by_account_id uuid,
  constraint meetings_pk primary key (district_id, id),
  constraint meetings_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint meetings_rhythm check (rhythm in ('week', 'month')),
  constraint meetings_place check (length(place) between 1 and 100)
);
create unique index meetings_one_open on coordination.meetings (district_id, area_code) where concluded_at is null;
create index meetings_of_area on coordination.meetings (district_id, area_code, held_on desc, id desc);
comment on index coordination.meetings_one_open is 'The next meeting of a sub-district begins when the last is concluded.';

create table coordination.agenda_items (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  matter_id uuid,
  number text,
  area_code text collate "C" not null,
  topic text not null,
  cause text not null,
  reason text not null,
  added_at timestamptz not null,
  added_by_account_id uuid not null,
  added_by_body_id uuid not null,
  outcome text,
  outcome_command uuid,
  outcome_reason text,
  decided_at timestamptz,
  to_body_id uuid,
  due_on date,
  opened_id uuid,
  opened_number text,
  constraint agenda_items_pk primary key (district_id, id),
  constraint agenda_items_meeting_fk foreign key (district_id, meeting_id) references coordination.meetings (district_id, id),
  constraint agenda_items_outcome check (outcome in ('struck', 'here', 'up')),
  constraint agenda_items_cause check (cause in ('repeats', 'overdue', 'escalated', 'notSolved', 'raised')),
  constraint agenda_items_decided check ((outcome is null) = (decided_at is null)),
  constraint agenda_items_owner check (outcome is null or outcome = 'struck' or (to_body_id is not null and opened_id is not null)),
  constraint agenda_items_date check (outcome is distinct from 'here' or due_on is not null)
);
create unique index agenda_items_once on coordination.agenda_items (district_id, meeting_id, matter_id) where matter_id is not null;
create index agenda_items_of_meeting on coordination.agenda_items (district_id, meeting_id, added_at, id);
comment on column coordination.agenda_items.number is 'Of the matter; kept beside its id, because not everybody at the meeting may open the matter.';

create table coordination.attendance (
  district_id integer not null,
  meeting_id uuid not null,
  body_id uuid not null,
  came text not null,
  who text not null,
  noted_at timestamptz not null,
  noted_by_account_id uuid not null,
  constraint attendance_pk primary key (district_id, meeting_id, body_id),
  constraint attendance_meeting_fk foreign key (district_id, meeting_id) references coordination.meetings (district_id, id),
  constraint attendance_came check (came in ('came', 'sent', 'excused', 'absent'))
);
comment on column coordination.attendance.who is 'The office of who came, or why nobody did; no signature, no photo.';

grant select, insert on coordination.meetings, coordination.agenda_items, coordination.attendance to linli_app;
grant update (concluded_at, concluded_by_account_id) on coordination.meetings to linli_app;
grant update (outcome, outcome_command, outcome_reason, decided_at, to_body_id, due_on, opened_id, opened_number) on coordination.agenda_items to linli_app;
grant update (came, who, noted_at, noted_by_account_id) on coordination.attendance to linli_app;

alter table coordination.meetings enable row level security;
alter table coordination.meetings force row level security;
-- Who reaches the sub-district, and the communities in it.
create policy meetings_in_reach on coordination.meetings using (coalesce(
  district_id = current_setting('app.district', true)::int
  and (
    (area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or left(current_setting('app.lo', true), length(area_code)) = area_code
  ), false));

do $$
declare t text;
begin
  foreach t in array array['agenda_items', 'attendance'] loop
    execute format('alter table coordination.%I enable row level security', t);
    execute format('alter table coordination.%I force row level security', t);
    execute format(
      'create policy %I on coordination.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int and exists (select from coordination.meetings m where m.district_id = %I.district_id and m.id = %I.meeting_id))',
      t || '_with_meeting', t, t, t);
  end loop;
end $$;

-- From how many on something counts as coming again and again.
create table coordination.thresholds (
  district_id integer not null,
  id uuid not null,
  amount integer not null,
  source text not null,
  set_at timestamptz not null,
  set_by_account_id uuid not null,
  constraint thresholds_pk primary key (district_id, id),
  constraint thresholds_bounds check (amount between 3 and 20),
  constraint thresholds_source check (length(source) between 1 and 200)
);
comment on table coordination.thresholds is 'Append-only; the last one holds.';
grant select, insert on coordination.thresholds to linli_app;
alter table coordination.thresholds enable row level security;
alter table coordination.thresholds force row level security;
create policy thresholds_of_district on coordination.thresholds
  using (district_id = nullif(current_setting('app.district', true), '')::int);

-- Answers of escalations that other communities can use (可复用的办法), masked; read in the whole district.
create table coordination.advice (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  question text not null,
  advice text not null,
  body_id uuid not null,
  at timestamptz not null,
  constraint advice_pk primary key (district_id, matter_id, seq),
  constraint advice_entry_fk foreign key (district_id, matter_id, seq) references matters.timeline (district_id, matter_id, seq)
);
create index advice_newest on coordination.advice (district_id, at desc);
grant select, insert on coordination.advice to linli_app;
alter table coordination.advice enable row level security;
alter table coordination.advice force row level security;
create policy advice_of_district on coordination.advice
  using (district_id = nullif(current_setting('app.district', true), '')::int);

-- Days on which a leader receives whoever booked (领导接访), and the bookings.
create table coordination.reception_days (
  district_id integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  leader text not null,
  held_on date not null,
  begins text not null,
  slot_minutes integer not null,
  slots integer not null,
  place text not null,
  announced_at timestamptz not null,
  announced_by_account_id uuid not null,
  constraint reception_days_pk primary key (district_id, id),
  constraint reception_days_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint reception_days_slots check (slots between 1 and 40 and slot_minutes between 5 and 60),
  constraint reception_days_begins check (begins ~ '^[0-2][0-9]:[0-5][0-9]$'),
  constraint reception_days_texts check (length(leader) between 1 and 60 and length(place) between 1 and 100)
);
create index reception_days_by_day on coordination.reception_days (district_id, held_on, id);
comment on table coordination.reception_days is 'Public: who receives, when and where.';

create table coordination.bookings (
  district_id integer not null,
  id uuid not null,
  day_id uuid not null,
  slot integer not null,
  number text not null,
  topic text not null,
  booked_at timestamptz not null,
  cancelled_at timestamptz,
  matter_id uuid,
  constraint bookings_pk primary key (district_id, id),
  constraint bookings_day_fk foreign key (district_id, day_id) references coordination.reception_days (district_id, id),
  constraint bookings_number unique (district_id, number),
  constraint bookings_topic check (length(topic) between 1 and 500)
);
create unique index bookings_one_a_slot on coordination.bookings (district_id, day_id, slot) where cancelled_at is null;
comment on table coordination.bookings is 'No name and no telephone number: a number and a code are enough to come and to follow.';
grant select, insert on coordination.reception_days, coordination.bookings to linli_app;
grant update (cancelled_at, matter_id) on coordination.bookings to linli_app;

alter table coordination.reception_days enable row level security;
alter table coordination.reception_days force row level security;
create policy reception_days_of_district on coordination.reception_days
  using (district_id = nullif(current_setting('app.district', true), '')::int);
alter table coordination.bookings enable row level security;
alter table coordination.bookings force row level security;
create policy bookings_in_scope on coordination.bookings using (coalesce(
  district_id = current_setting('app.district', true)::int
  and exists (select from coordination.reception_days d where d.district_id = bookings.district_id and d.id = bookings.day_id
    and d.area_code >= current_setting('app.lo', true) and d.area_code < current_setting('app.hi', true)), false));
