-- Telling (告知): what the posts of a body were told, who has read it, and the outbox of messages to residents.

create schema notices;
grant usage on schema notices to linli_app;

create table notices.notices (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  number text not null,
  cause text not null,
  kind text not null,
  audience text not null,
  body_id uuid not null,
  post_id uuid,
  what_zh text not null,
  what_en text not null,
  author_account_id uuid,
  at timestamptz not null,
  constraint notices_pk primary key (district_id, id),
  constraint notices_once unique nulls not distinct (district_id, matter_id, cause, audience, body_id, post_id),
  constraint notices_kind check (kind in ('offered', 'given', 'step', 'near', 'missed', 'turned')),
  constraint notices_audience check (audience in ('body', 'head', 'post')),
  constraint notices_post_is_named check ((audience = 'post') = (post_id is not null))
);
comment on table notices.notices is 'One row for each body, head of a body or post that was told, written in the transaction of what it tells.';
comment on column notices.notices.cause is 'What it was told for: an entry of the timeline, or a limit that is near. Nobody is told twice for one cause.';
comment on column notices.notices.author_account_id is 'Whoever did it does not have to be told.';
create index notices_of_body on notices.notices (district_id, body_id, at desc, id desc);
grant select, insert on notices.notices to linli_app;

create table notices.reads (
  district_id integer not null,
  account_id uuid not null,
  notice_id uuid not null,
  at timestamptz not null,
  constraint reads_pk primary key (district_id, account_id, notice_id)
);
comment on table notices.reads is 'For the bell of that person alone. No count of who reads how fast is made of it.';
grant select, insert, delete on notices.reads to linli_app;

create table notices.messages (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  procedure_id text not null,
  number text not null,
  cause text not null,
  channel text not null,
  made_at timestamptz not null,
  state text not null,
  attempts integer not null default 0,
  next_try_at timestamptz,
  last_error text,
  ended_at timestamptz,
  constraint messages_pk primary key (district_id, id),
  constraint messages_once unique (district_id, matter_id, cause, channel),
  constraint messages_channel check (channel in ('sms', 'wechat', 'mail')),
  constraint messages_state check (state in ('waiting', 'sent', 'failed', 'unwanted')),
  constraint messages_waits_for_something check ((state = 'waiting') = (next_try_at is not null))
);
comment on table notices.messages is 'The outbox: messages to residents about their own matter. Neither address nor text stands here; both are made when it is sent.';
comment on column notices.messages.next_try_at is 'Not before this instant; moved on before each try, so that a crash in the middle leads to another try and not to a loss.';
create index messages_to_send on notices.messages (district_id, next_try_at) where state = 'waiting';
create index messages_failed on notices.messages (district_id, ended_at desc) where state = 'failed';
grant select, insert, update on notices.messages to linli_app;

alter table notices.notices enable row level security;
alter table notices.notices force row level security;
create policy notices_told on notices.notices for select using (
  district_id = current_setting('app.district', true)::int
  and (body_id = nullif(current_setting('app.body', true), '')::uuid or current_setting('app.hi', true) = '~'));
create policy notices_written on notices.notices for insert with check (
  district_id = current_setting('app.district', true)::int);

do $$
declare t text;
begin
  foreach t in array array['reads', 'messages'] loop
    execute format('alter table notices.%I enable row level security', t);
    execute format('alter table notices.%I force row level security', t);
    execute format(
      'create policy %I on notices.%I using (district_id = current_setting(''app.district'', true)::int)',
      t || '_of_district', t);
  end loop;
end $$;
