-- Outside bodies (外单位): how their systems are reached, and what was handed to them.

create schema partners;
grant usage on schema partners to linli_app;

create table partners.connections (
  district_id integer not null,
  body_id uuid not null,
  address text not null,
  jurisdiction text not null,
  format text not null,
  sealed_key bytea not null,
  codes jsonb not null,
  changed_at timestamptz not null,
  changed_by_post_id uuid not null,
  is_paused boolean not null,
  next_look_at timestamptz not null,
  last_ok_at timestamptz,
  last_failed_at timestamptz,
  last_error text,
  failures integer not null default 0,
  constraint connections_pk primary key (district_id, body_id),
  constraint connections_format check (format in ('json', 'xml'))
);
comment on table partners.connections is 'The Open311 server of an outside body. Its key is sealed and never shown again.';
comment on column partners.connections.codes is 'Their service code for each of our categories; "otherwise" for all others.';
comment on column partners.connections.next_look_at is 'When it is asked next how things stand; moved on before each call, so that two servers never ask together.';
grant select, insert, update on partners.connections to linli_app;

create table partners.handoffs (
  district_id integer not null,
  task_id uuid not null,
  round integer not null,
  body_id uuid not null,
  made_at timestamptz not null,
  state text not null,
  attempts integer not null default 0,
  next_try_at timestamptz,
  last_error text,
  sent_at timestamptz,
  reference text,
  token text,
  seen text,
  ended_at timestamptz,
  constraint handoffs_pk primary key (district_id, task_id, round),
  constraint handoffs_state check (state in ('waiting', 'sent', 'closed', 'rejected', 'failed', 'dropped')),
  constraint handoffs_waits_for_something check ((state = 'waiting') = (next_try_at is not null)),
  constraint handoffs_sent_has_a_number check (state <> 'sent' or coalesce(reference, token) is not null)
);
comment on table partners.handoffs is 'What is sent to the system of an outside body, one row for each time that it is asked. The words are those of the task and stand there alone.';
comment on column partners.handoffs.next_try_at is 'Not before this instant; moved on before each try, so that a crash in the middle leads to another try under the same key and not to a loss.';
comment on column partners.handoffs.token is 'Given by a system that has no number yet; exchanged for one later.';
comment on column partners.handoffs.seen is 'A digest of what its system said last, so that only news is written down.';
create index handoffs_to_send on partners.handoffs (district_id, next_try_at) where state = 'waiting';
create index handoffs_to_look_at on partners.handoffs (district_id, body_id, task_id, round) where state = 'sent';
create index handoffs_failed on partners.handoffs (district_id, body_id) where state = 'failed';
grant select, insert, update on partners.handoffs to linli_app;

do $$
declare t text;
begin
  foreach t in array array['connections', 'handoffs'] loop
    execute format('alter table partners.%I enable row level security', t);
    execute format('alter table partners.%I force row level security', t);
    execute format(
      'create policy %I on partners.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
