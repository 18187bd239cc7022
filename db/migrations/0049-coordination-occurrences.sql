-- What is compared to find what comes again: one narrow row for each resident's request, kept in the transaction of its steps.

create table coordination.occurrences (
  district_id integer not null,
  matter_id uuid not null,
  area_code text collate "C" not null,
  community_code text collate "C" not null,
  subject text not null,
  place text not null,
  place_key text collate "C" not null,
  opened_at timestamptz not null,
  is_open boolean not null,
  constraint occurrences_pk primary key (district_id, matter_id),
  constraint occurrences_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id)
);
comment on table coordination.occurrences is 'Can be made again from the matters. Nothing of persons.';
comment on column coordination.occurrences.subject is 'The kind of request; empty for those that have nothing in common.';
comment on column coordination.occurrences.place_key is 'The place without its blanks, as places are compared; empty when none was said.';
create index occurrences_lately on coordination.occurrences (district_id, opened_at)
  include (area_code, community_code, subject, place_key, matter_id);
create index occurrences_alike on coordination.occurrences (district_id, community_code, subject, place_key, opened_at desc) include (area_code, matter_id);
grant select, insert, update, delete on coordination.occurrences to linli_app;

insert into coordination.occurrences
select m.district_id, m.id, m.area_code, m.community_code, m.subject, m.place, regexp_replace(m.place, '\s', '', 'g'), m.opened_at, m.stage <> 'final'
from matters.matters m where m.procedure_id = 'resident-request' and m.community_code is not null;

alter table coordination.occurrences enable row level security;
alter table coordination.occurrences force row level security;
create policy occurrences_in_scope on coordination.occurrences
  using (coalesce(
    district_id = nullif(current_setting('app.district', true), '')::int
    and ((area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
      or exists (select from matters.matters m where m.district_id = occurrences.district_id and m.id = occurrences.matter_id)), false))
  with check (district_id = nullif(current_setting('app.district', true), '')::int);

-- Counting them asks for the scope once, not for each row.
create function coordination.count_alike(
  of_district integer, from_code text, below_code text, since timestamptz, by_place boolean, at_least integer, up_to integer)
  returns table (community_code text, subject text, place_key text, n integer, first_at timestamptz, last_at timestamptz)
  language sql stable security definer rows 30 set search_path = pg_catalog, pg_temp as $$
  select o.community_code, o.subject, case when by_place then o.place_key end, count(*)::int, min(o.opened_at), max(o.opened_at)
  from coordination.occurrences o
  where o.district_id = of_district and of_district = nullif(current_setting('app.district', true), '')::int
    and o.community_code >= greatest(from_code collate "C", current_setting('app.lo', true))
    and o.community_code < least(below_code collate "C", current_setting('app.hi', true))
    and o.opened_at >= since and case when by_place then o.place_key <> '' else o.subject <> '' end
  group by 1, 2, 3 having count(*) >= at_least
  order by 4 desc, 6 desc, 1, 2, 3 limit up_to
$$;
comment on function coordination.count_alike is 'What comes again within a range of communities, as far as the asker''s scope goes; numbers, never a person.';
revoke all on function coordination.count_alike from public;
grant execute on function coordination.count_alike to linli_app;
