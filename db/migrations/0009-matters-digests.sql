-- Daily digests (每日摘要): the heads of the day's matters folded into one hash, chained day by day and published.

create table matters.digests (
  district_id integer not null,
  day date not null,
  leaves integer not null,
  root bytea not null,
  prev bytea not null,
  digest bytea not null,
  made_at timestamptz not null,
  constraint digests_pk primary key (district_id, day),
  constraint digests_leaves check (leaves >= 0),
  constraint digests_sha256 check (octet_length(root) = 32 and octet_length(prev) = 32 and octet_length(digest) = 32)
);
comment on table matters.digests is 'Append-only, one row for each local day that is over, also when nothing happened on it.';
comment on column matters.digests.root is 'Root of the Merkle tree over the leaves of the day.';
comment on column matters.digests.prev is 'Digest of the day before.';
grant select, insert on matters.digests to linli_app;

-- Without foreign keys: each night they would lock, and so rewrite, rows of the timeline; npm run verify checks more.
create table matters.digest_leaves (
  district_id integer not null,
  day date not null,
  leaf bytea not null,
  matter_id uuid not null,
  seq integer not null,
  salt bytea not null,
  constraint digest_leaves_pk primary key (district_id, day, leaf),
  constraint digest_leaves_once unique (district_id, matter_id, seq)
);
comment on table matters.digest_leaves is 'Append-only: which entry of which matter stands behind a leaf of a day. Holds nothing about persons.';
comment on column matters.digest_leaves.seq is 'The last entry of the matter that the digest of this day seals; by the chain it seals all before it.';
comment on column matters.digest_leaves.salt is 'Random, so that a leaf shown in someone else''s proof says nothing.';
grant select, insert on matters.digest_leaves to linli_app;

do $$
declare t text;
begin
  foreach t in array array['digests', 'digest_leaves'] loop
    execute format('alter table matters.%I enable row level security', t);
    execute format('alter table matters.%I force row level security', t);
    execute format(
      'create policy %I on matters.%I using (district_id = current_setting(''app.district'', true)::int)',
      t || '_of_district', t);
  end loop;
end $$;
