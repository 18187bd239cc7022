-- Staffing (任免): an administrator's post, the grounds on which an appointment ended, closed posts, deputies (代理), and the log of it all.

alter table bodies.posts drop constraint posts_kind;
alter table bodies.posts add constraint posts_kind check (kind in (
  'communityDirector', 'communitySecretary', 'communityClerk', 'gridWorker',
  'taskGroupLead', 'taskGroupLiaison', 'officeClerk', 'departmentHead', 'departmentClerk',
  'dispatchLead', 'dispatchClerk', 'supervisor', 'districtAdministrator', 'propertyLead', 'propertyClerk'));
alter table bodies.posts add column closed_on date;
comment on column bodies.posts.closed_on is 'The day the post was done away with; the row stays, because history names it.';
drop index bodies.posts_one_head_per_body;
create unique index posts_one_head_per_body on bodies.posts (district_id, body_id) where is_head and closed_on is null;
grant update (closed_on) on bodies.posts to linli_app;

alter table bodies.appointments add column ended_at timestamptz, add column end_ground text;
alter table bodies.appointments add constraint appointments_end_ground check (end_ground in (
  'resigned', 'termEnded', 'recalled', 'died', 'ceasedByLaw', 'moved', 'retired', 'dismissed', 'reorganised'));
alter table bodies.appointments add constraint appointments_end_whole
  check ((ended_at is null or to_on is not null) and (end_ground is null or to_on is not null));
comment on column bodies.appointments.ended_at is 'Ended at this instant, not at the end of to_on; null: it counts until the end of to_on.';
comment on column bodies.appointments.end_ground is 'Why it ended before or without a known end; the written reason stands in bodies.staff_changes.';
grant update (to_on, ended_at, end_ground) on bodies.appointments to linli_app;

create table bodies.deputies (
  district_id integer not null,
  id uuid not null,
  appointment_id uuid not null,
  account_id uuid not null,
  from_on date not null,
  to_on date not null,
  ended_at timestamptz,
  may_sign boolean not null,
  reason text not null,
  constraint deputies_pk primary key (district_id, id),
  constraint deputies_appointment_fk foreign key (district_id, appointment_id) references bodies.appointments (district_id, id),
  constraint deputies_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id),
  constraint deputies_dates_in_order check (to_on >= from_on)
);
create index deputies_by_appointment on bodies.deputies (district_id, appointment_id, from_on);
create index deputies_by_account on bodies.deputies (district_id, account_id, to_on);
comment on table bodies.deputies is 'Who stands in for the holder of a post while they are away. It ends with its last day, at once, or with the appointment.';
comment on column bodies.deputies.may_sign is 'Signs for the body where the post is its head.';
grant select, insert, update (ended_at) on bodies.deputies to linli_app;

create table bodies.staff_changes (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  by_account_id uuid not null,
  by_post_id uuid not null,
  kind text not null,
  post_id uuid not null,
  account_id uuid,
  subject_id uuid not null,
  ground text,
  note text not null,
  constraint staff_changes_pk primary key (district_id, id),
  constraint staff_changes_post_fk foreign key (district_id, post_id) references bodies.posts (district_id, id),
  constraint staff_changes_by_fk foreign key (district_id, by_account_id) references accounts.accounts (district_id, id),
  constraint staff_changes_kind check (kind in
    ('postMade', 'postClosed', 'appointed', 'appointmentEnded', 'deputyNamed', 'deputyEnded'))
);
create index staff_changes_by_post on bodies.staff_changes (district_id, post_id, at desc, id desc);
comment on table bodies.staff_changes is 'Append-only: the application may add and read. The id is that of the command, so that a command happens once.';
comment on column bodies.staff_changes.subject_id is 'The post, appointment or deputy that was made or ended.';
grant select, insert on bodies.staff_changes to linli_app;

do $$
declare t text;
begin
  foreach t in array array['deputies', 'staff_changes'] loop
    execute format('alter table bodies.%I enable row level security', t);
    execute format('alter table bodies.%I force row level security', t);
    execute format(
      'create policy %I on bodies.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
