-- How much each scope holds (范围计数), as sums: counting for a desk no longer grows with the record. A change of a matter adds rows
-- that nobody waits for; the timer folds them into the sums; sums and changes together are always what the rows give.

create function matters.due_bucket(stage text, next_due_at timestamptz) returns date
  language sql immutable parallel safe
  return case when stage = 'open' then (next_due_at at time zone 'UTC')::date else 'infinity'::date end;
comment on function matters.due_bucket is 'The day, in UTC, on which the next limit of an open matter runs out; infinity where none runs, and of all others.';

create table matters.scope_counts (
  district_id integer not null,
  body_id uuid not null,
  area_code text collate "C" not null,
  stage text not null,
  due_on date not null,
  n integer not null,
  constraint scope_counts_pk primary key (district_id, body_id, area_code, stage, due_on) include (n)
);
comment on table matters.scope_counts is 'How many matters stand in each stage, by the day on which their limit runs out. Can be made again from the matters.';
comment on column matters.scope_counts.body_id is 'Those that this body holds, held or was offered; all zeros for all of the area.';
comment on column matters.scope_counts.area_code is 'The area that answers for it now, down to the community.';
comment on column matters.scope_counts.due_on is 'As matters.due_bucket says; -infinity for the days before yesterday, together.';
grant select, insert, update, delete on matters.scope_counts to linli_app;

create table matters.scope_changes (
  district_id integer not null,
  id bigint generated always as identity,
  n smallint not null,
  area_code text collate "C" not null,
  body_ids uuid[] not null,
  stage text not null,
  due_on date not null,
  constraint scope_changes_pk primary key (district_id, id)
);
comment on table matters.scope_changes is 'What changed of the sums and is not folded into them yet: one less as a matter was, one more as it is.';
grant select, insert, delete on matters.scope_changes to linli_app;

-- The owner counts for every district.
alter table matters.matters no force row level security;
insert into matters.scope_counts
select m.district_id, b.body_id, left(m.area_code, 12), m.stage, matters.due_bucket(m.stage, m.next_due_at), count(*)
from matters.matters m cross join lateral unnest('00000000-0000-0000-0000-000000000000'::uuid || m.body_ids) as b (body_id)
group by 1, 2, 3, 4, 5;
alter table matters.matters force row level security;

-- A trigger and not the statements that write matters, so that no way of writing one can leave it out. It decides nothing.
create function matters.note_scope_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    insert into matters.scope_changes (district_id, n, area_code, body_ids, stage, due_on)
    values (old.district_id, -1, old.area_code, old.body_ids, old.stage, matters.due_bucket(old.stage, old.next_due_at));
  end if;
  if tg_op <> 'DELETE' then
    insert into matters.scope_changes (district_id, n, area_code, body_ids, stage, due_on)
    values (new.district_id, 1, new.area_code, new.body_ids, new.stage, matters.due_bucket(new.stage, new.next_due_at));
  end if;
  return null;
end $$;

create trigger scope_changes_of_new after insert or delete on matters.matters
  for each row execute function matters.note_scope_change();
create trigger scope_changes_of_changed after update on matters.matters
  for each row when (
    old.stage <> new.stage or old.area_code <> new.area_code or old.body_ids <> new.body_ids
    or matters.due_bucket(old.stage, old.next_due_at) <> matters.due_bucket(new.stage, new.next_due_at))
  execute function matters.note_scope_change();

alter table matters.scope_counts enable row level security;
alter table matters.scope_counts force row level security;
create policy scope_counts_in_scope on matters.scope_counts using (coalesce(
  district_id = nullif(current_setting('app.district', true), '')::int
  and (
    (area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or body_id = nullif(current_setting('app.body', true), '')::uuid
  ), false));

alter table matters.scope_changes enable row level security;
alter table matters.scope_changes force row level security;
create policy scope_changes_in_scope on matters.scope_changes for select using (coalesce(
  district_id = nullif(current_setting('app.district', true), '')::int
  and (
    (area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or nullif(current_setting('app.body', true), '')::uuid = any (body_ids)
  ), false));
create policy scope_changes_added on matters.scope_changes for insert
  with check (district_id = nullif(current_setting('app.district', true), '')::int);
create policy scope_changes_folded on matters.scope_changes for delete
  using (district_id = nullif(current_setting('app.district', true), '')::int);

-- Counting no longer asks for it.
drop function matters.given_to;
