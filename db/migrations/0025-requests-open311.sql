-- Requests that come over Open311, and the pace (限速) at which requests are taken from one sender.

alter table requests.requests drop constraint requests_channel;
alter table requests.requests add constraint requests_channel
  check (channel in ('site', 'counter', 'telephone', 'doorstep', 'onlineMessage', 'open311'));

create index publications_by_subdistrict on requests.publications (district_id, subdistrict_code, opened_at desc, matter_id desc);
create index publications_by_category on requests.publications (district_id, category, opened_at desc, matter_id desc);

create index publications_answered on requests.publications (district_id, answered_at desc, matter_id desc) where answered_at is not null;

create table requests.paces (
  district_id integer not null,
  kind text not null,
  subject bytea not null,
  filled double precision not null,
  at timestamptz not null,
  constraint paces_pk primary key (district_id, kind, subject)
);
comment on table requests.paces is 'How full the bucket of a sender was at an instant. Forgotten after a day.';
comment on column requests.paces.subject is 'Keyed hash of a person, an address of the network or a client; neither can be read from it.';
create index paces_to_forget on requests.paces (district_id, at);
grant select, insert, update, delete on requests.paces to linli_app;
alter table requests.paces enable row level security;
alter table requests.paces force row level security;
create policy paces_of_district on requests.paces
  using (district_id = nullif(current_setting('app.district', true), '')::int);
