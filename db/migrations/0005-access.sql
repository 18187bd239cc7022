-- The log of reveals (查看留痕): who looked at a protected detail, when, and for which stated purpose.

create schema access;
grant usage on schema access to linli_app;

create table access.reveals (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  post_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  constraint reveals_pk primary key (district_id, id),
  constraint reveals_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id),
  constraint reveals_post_fk foreign key (district_id, post_id) references bodies.posts (district_id, id),
  constraint reveals_purpose check (purpose in ('contactReporter', 'verifyFacts'))
);
create index reveals_by_subject on access.reveals (district_id, subject_kind, subject_id, at);
comment on table access.reveals is 'Append-only: the application may add and read, never change or remove.';
comment on column access.reveals.subject_kind is 'What was looked at, such as matter; subject_id is its id.';
grant select, insert on access.reveals to linli_app;

alter table access.reveals enable row level security;
alter table access.reveals force row level security;
create policy reveals_of_district on access.reveals
  using (district_id = current_setting('app.district')::int);
