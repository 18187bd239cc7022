-- How far somebody has read what a post was told (已读到何时): what waits to be read is looked for only after it, and among what was left
-- unread before it, so that an inbox no longer grows slower with all that was ever told and read.

create table notices.inboxes (
  district_id integer not null,
  account_id uuid not null,
  post_id uuid not null,
  body_id uuid not null,
  is_head boolean not null,
  read_to timestamptz not null,
  constraint inboxes_pk primary key (district_id, account_id, post_id)
);
comment on table notices.inboxes is 'For the bell of that person alone. Can be made again from the notices and what was read of them; without a row all notices are looked through.';
comment on column notices.inboxes.read_to is 'Of what was told before this instant, only what stands in notices.left_unread can be unread. An hour behind the clock, so that no step that is still going on tells anything before it.';
create index inboxes_of_body on notices.inboxes (district_id, body_id);

create table notices.left_unread (
  district_id integer not null,
  account_id uuid not null,
  notice_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  constraint left_unread_pk primary key (district_id, account_id, notice_id, post_id)
);
comment on table notices.left_unread is 'What may still wait to be read from before notices.inboxes.read_to. A row too many does no harm: whether it was read is asked of notices.reads.';
create index left_unread_newest on notices.left_unread (district_id, account_id, post_id, at desc, notice_id desc);

-- The owner reads every district.
alter table notices.notices no force row level security;
alter table notices.reads no force row level security;
insert into notices.inboxes
select distinct a.district_id, a.account_id, p.id, p.body_id, p.is_head, now() - interval '1 hour'
from bodies.appointments a join bodies.posts p on p.district_id = a.district_id and p.id = a.post_id
where a.to_on is null and p.closed_on is null
  and exists (select from notices.reads r where r.district_id = a.district_id and r.account_id = a.account_id);
insert into notices.left_unread
select i.district_id, i.account_id, n.id, i.post_id, n.at
from notices.inboxes i join notices.notices n on n.district_id = i.district_id and n.body_id = i.body_id and n.at < i.read_to
where (n.audience = 'body' or (n.audience = 'head' and i.is_head) or n.post_id = i.post_id)
  and n.author_account_id is distinct from i.account_id
  and not exists (select from notices.reads r
    where r.district_id = i.district_id and r.account_id = i.account_id and r.notice_id = n.id);
alter table notices.reads force row level security;
alter table notices.notices force row level security;

-- A trigger, so that no way of telling can leave it out. Nothing is told so late in ordinary life.
create function notices.note_told_late() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into notices.left_unread (district_id, account_id, notice_id, post_id, at)
  select i.district_id, i.account_id, new.id, i.post_id, new.at from notices.inboxes i
  where i.district_id = new.district_id and i.body_id = new.body_id
  on conflict do nothing;
  return null;
end $$;
create trigger notices_told_late after insert on notices.notices
  for each row when (new.at < now() - interval '30 minutes') execute function notices.note_told_late();

alter table notices.inboxes enable row level security;
alter table notices.inboxes force row level security;
create policy inboxes_of_district on notices.inboxes using (district_id = nullif(current_setting('app.district', true), '')::int);
alter table notices.left_unread enable row level security;
alter table notices.left_unread force row level security;
create policy left_unread_of_district on notices.left_unread using (district_id = nullif(current_setting('app.district', true), '')::int);
grant select, insert, update, delete on notices.inboxes to linli_app;
grant select, insert, delete on notices.left_unread to linli_app;
