-- The engine: matters (事项), their append-only timeline, clocks, commands, counts and search.

create schema matters;
grant usage on schema matters to linli_app;

create table matters.matters (
  district_id integer not null,
  id uuid not null,
  number text not null,
  procedure_id text not null,
  procedure_version integer not null,
  state text not null,
  stage text not null,
  awaits text not null,
  outcome text,
  title text not null,
  place text not null,
  area_code text collate "C" not null,
  subdistrict_code text collate "C",
  community_code text collate "C",
  first_contact_account_id uuid not null,
  first_contact_post_id uuid not null,
  first_contact_body_id uuid not null,
  holder_body_id uuid not null,
  holder_body_kind text not null,
  holder_account_id uuid,
  offer_body_id uuid,
  offer_body_kind text,
  offer_head_account_id uuid,
  offer_from_body_id uuid,
  came_from uuid[] not null default '{}',
  body_ids uuid[] not null,
  hops integer not null default 0,
  reopenings integer not null default 0,
  opened_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  seq integer not null,
  last_at timestamptz not null,
  head bytea not null,
  next_due_at timestamptz not null default 'infinity',
  constraint matters_pk primary key (district_id, id),
  constraint matters_number unique (district_id, number),
  constraint matters_awaits check (awaits in ('reporter', 'firstContact', 'holder', 'holderHead', 'offered', 'offeredHead', 'timer', 'nobody')),
  constraint matters_stage check (stage in ('open', 'waiting', 'final')),
  constraint matters_outcome check (outcome in ('solved', 'explained', 'keptOnBooks', 'notOurs', 'withdrawn', 'duplicate', 'answered')),
  constraint matters_final_has_outcome check (stage <> 'final' or (outcome is not null and ended_at is not null)),
  constraint matters_offer_whole check ((offer_body_id is null) = (offer_from_body_id is null))
);
comment on column matters.matters.awaits is 'Whose turn it is, by the relation of the state''s owner to the matter; queues ask for it.';
comment on column matters.matters.head is 'Hash of the last timeline entry.';
comment on column matters.matters.next_due_at is 'Earliest due instant of the clocks that run; infinity when none does.';
comment on column matters.matters.body_ids is 'Bodies that hold it, held it or were offered it: they may see it.';
create index matters_open_by_district on matters.matters (district_id, next_due_at, id) where stage <> 'final';
create index matters_open_by_subdistrict on matters.matters (district_id, subdistrict_code, next_due_at, id) where stage <> 'final';
create index matters_open_by_community on matters.matters (district_id, community_code, next_due_at, id) where stage <> 'final';
create index matters_open_by_holder on matters.matters (district_id, holder_body_id, next_due_at, id) where stage <> 'final';
create index matters_open_by_first_contact on matters.matters (district_id, first_contact_post_id, next_due_at, id) where stage <> 'final';
create index matters_offered on matters.matters (district_id, offer_body_id, next_due_at, id) where offer_body_id is not null;
create index matters_newest_by_district on matters.matters (district_id, opened_at desc, id desc);
create index matters_newest_by_subdistrict on matters.matters (district_id, subdistrict_code, opened_at desc, id desc);
create index matters_newest_by_community on matters.matters (district_id, community_code, opened_at desc, id desc);
create index matters_by_body on matters.matters using gin (body_ids);
grant select, insert, update on matters.matters to linli_app;

create table matters.timeline (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  content jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint timeline_pk primary key (district_id, matter_id, seq),
  constraint timeline_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint timeline_kind check (kind in ('opened', 'stepTaken', 'clockMissed'))
);
comment on table matters.timeline is 'Append-only: the application may read and add, never change or remove.';
grant select, insert on matters.timeline to linli_app;

create table matters.words (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  name text not null,
  visible text not null,
  text text not null,
  salt bytea not null,
  constraint words_pk primary key (district_id, matter_id, seq, name),
  constraint words_entry_fk foreign key (district_id, matter_id, seq) references matters.timeline (district_id, matter_id, seq),
  constraint words_visible check (visible in ('public', 'reporter', 'internal'))
);
comment on table matters.words is 'What people wrote. The timeline holds only a salted digest, so words can be erased by law and the chain still verifies.';
grant select, insert on matters.words to linli_app;

create table matters.clocks (
  district_id integer not null,
  matter_id uuid not null,
  clock text not null,
  run integer not null,
  started_at timestamptz not null,
  due_at timestamptz,
  provisional boolean not null,
  pauses jsonb not null default '[]',
  ended_at timestamptz,
  ending text,
  missed_at timestamptz,
  constraint clocks_pk primary key (district_id, matter_id, clock, run),
  constraint clocks_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint clocks_ending check (ending in ('met', 'dropped')),
  constraint clocks_ended_somehow check ((ended_at is null) = (ending is null))
);
create index clocks_to_fire on matters.clocks (district_id, due_at, matter_id)
  where ended_at is null and missed_at is null and due_at is not null;
grant select, insert, update on matters.clocks to linli_app;

create table matters.commands (
  district_id integer not null,
  command_id uuid not null,
  matter_id uuid not null,
  step text not null,
  seq integer not null,
  at timestamptz not null,
  constraint commands_pk primary key (district_id, command_id)
);
comment on table matters.commands is 'Every command that was carried out, so that a retry never does a thing twice.';
grant select, insert on matters.commands to linli_app;

create table matters.numbers (
  district_id integer not null,
  month text not null,
  last integer not null,
  constraint numbers_pk primary key (district_id, month)
);
grant select, insert, update on matters.numbers to linli_app;

create table matters.counts (
  district_id integer not null,
  area_code text collate "C" not null,
  procedure_id text not null,
  state text not null,
  outcome text not null,
  n integer not null,
  constraint counts_pk primary key (district_id, area_code, procedure_id, state, outcome)
);
comment on table matters.counts is 'How many matters stand in each state, by the area of the matter; kept in the transaction of each step.';
comment on column matters.counts.outcome is 'Empty while there is none.';
grant select, insert, update on matters.counts to linli_app;

create table matters.search (
  district_id integer not null,
  matter_id uuid not null,
  text text not null,
  grams text[] not null,
  constraint search_pk primary key (district_id, matter_id)
);
comment on table matters.search is 'Two-character grams for finding words. Without row security on purpose, because its operators cannot use an index under it; read only joined to matters.matters.';
create index search_grams on matters.search using gin (grams);
grant select, insert, update on matters.search to linli_app;

create table matters.attachments (
  district_id integer not null,
  id uuid not null,
  sha256 text not null,
  media_type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  made_at timestamptz not null,
  matter_id uuid,
  seq integer,
  field text,
  constraint attachments_pk primary key (district_id, id)
);
comment on column matters.attachments.matter_id is 'Null while uploaded but not yet sent.';
create index attachments_by_matter on matters.attachments (district_id, matter_id, seq) where matter_id is not null;
grant select, insert, update on matters.attachments to linli_app;

alter table matters.matters enable row level security;
alter table matters.matters force row level security;
create policy matters_in_scope on matters.matters using (coalesce(
  district_id = current_setting('app.district', true)::int
  and (
    (area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or nullif(current_setting('app.body', true), '')::uuid = any (body_ids)
    or id = nullif(current_setting('app.matter', true), '')::uuid
  ), false));

do $$
declare t text;
begin
  foreach t in array array['timeline', 'words', 'clocks'] loop
    execute format('alter table matters.%I enable row level security', t);
    execute format('alter table matters.%I force row level security', t);
    execute format(
      'create policy %I on matters.%I using (exists (select from matters.matters m where m.district_id = %I.district_id and m.id = %I.matter_id))',
      t || '_with_matter', t, t, t);
  end loop;
  foreach t in array array['commands', 'numbers', 'counts'] loop
    execute format('alter table matters.%I enable row level security', t);
    execute format('alter table matters.%I force row level security', t);
    execute format(
      'create policy %I on matters.%I using (district_id = current_setting(''app.district'', true)::int)',
      t || '_of_district', t);
  end loop;
end $$;

alter table matters.attachments enable row level security;
alter table matters.attachments force row level security;
create policy attachments_with_matter on matters.attachments using (
  district_id = current_setting('app.district', true)::int
  and (matter_id is null or exists (
    select from matters.matters m where m.district_id = attachments.district_id and m.id = attachments.matter_id)));
