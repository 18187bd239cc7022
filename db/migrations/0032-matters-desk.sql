-- The working day at the console: what came back, what a person watches, views of their own, who looks at the same matter, what changed just now.

alter table matters.matters add column came_back_at timestamptz;
comment on column matters.matters.came_back_at is 'When it became its holder''s turn again by somebody else''s step; null once the holder acted, or when it never came back.';
create index matters_came_back on matters.matters (district_id, holder_body_id, next_due_at, id)
  where came_back_at is not null and stage <> 'final';
create index matters_by_change on matters.matters (district_id, last_at);

create table matters.watches (
  district_id integer not null,
  account_id uuid not null,
  matter_id uuid not null,
  at timestamptz not null,
  constraint watches_pk primary key (district_id, account_id, matter_id),
  constraint watches_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id)
);
comment on table matters.watches is 'The star that a worker put on a matter, for that person alone. Nothing is counted from it.';
grant select, insert, delete on matters.watches to linli_app;

create table matters.views (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  search jsonb not null,
  made_at timestamptz not null,
  constraint views_pk primary key (district_id, id),
  constraint views_name check (name <> '' and length(name) <= 30)
);
comment on table matters.views is 'A choice of filters that a person keeps under a name, for that person alone.';
create unique index views_once on matters.views (district_id, account_id, name);
grant select, insert, update, delete on matters.views to linli_app;

create unlogged table matters.lookers (
  district_id integer not null,
  matter_id uuid not null,
  account_id uuid not null,
  body_id uuid not null,
  until timestamptz not null,
  constraint lookers_pk primary key (district_id, matter_id, account_id)
);
comment on table matters.lookers is 'Who has a matter open this minute. Unlogged on purpose: it is in no backup and no replica, and a row ends after a minute. It says nothing of yesterday.';
create index lookers_to_forget on matters.lookers (district_id, until);
grant select, insert, update, delete on matters.lookers to linli_app;

alter table matters.watches enable row level security;
alter table matters.watches force row level security;
create policy watches_with_matter on matters.watches using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and exists (select from matters.matters m where m.district_id = watches.district_id and m.id = watches.matter_id));

alter table matters.views enable row level security;
alter table matters.views force row level security;
create policy views_of_district on matters.views
  using (district_id = nullif(current_setting('app.district', true), '')::int);

alter table matters.lookers enable row level security;
alter table matters.lookers force row level security;
create policy lookers_with_matter on matters.lookers using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and exists (select from matters.matters m where m.district_id = lookers.district_id and m.id = lookers.matter_id));
