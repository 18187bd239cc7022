-- Whether a number came with at least two other requests within ninety days (同一来电再来), marked when it comes: who asks what comes again
-- has only these looked at, and not the numbers of all. It is a mark of a request, gives no count, and leaves the database nowhere.

alter table requests.reporters add column opened_at timestamptz;
comment on column requests.reporters.opened_at is 'When the request was opened.';
alter table requests.reporters add column came_again boolean not null default false;
comment on column requests.reporters.came_again is 'Whether the same number stood at two others of about the same ninety days when it was written down. Can be found again from the numbers; one more than there are does no harm.';

alter table requests.reporters no force row level security;
update requests.reporters p set opened_at = x.opened_at, came_again = coalesce(x.before_last > x.opened_at - interval '91 days', false)
from (
  select r.district_id, r.matter_id, m.opened_at, lag(m.opened_at, 2) over (partition by r.district_id, r.phone_index order by m.opened_at) as before_last
  from requests.reporters r join matters.matters m on m.district_id = r.district_id and m.id = r.matter_id) x
where p.district_id = x.district_id and p.matter_id = x.matter_id;
alter table requests.reporters force row level security;
drop index requests.reporters_by_phone;
create index reporters_by_phone on requests.reporters (district_id, phone_index, opened_at);
create index reporters_came_again on requests.reporters (district_id, opened_at) include (phone_index) where came_again;

-- Whoever writes down a number sees no other request of it; the database does.
create function requests.note_came_again() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.opened_at := (select m.opened_at from matters.matters m where m.district_id = new.district_id and m.id = new.matter_id);
  new.came_again := (
    select count(*) from (
      select from requests.reporters p
      where p.district_id = new.district_id and p.phone_index = new.phone_index and p.matter_id <> new.matter_id
        and p.opened_at > new.opened_at - interval '91 days' and p.opened_at < new.opened_at + interval '91 days'
      limit 2) as others) = 2;
  return new;
end $$;
revoke all on function requests.note_came_again from public;
create trigger reporters_came_again before insert or update of phone_index on requests.reporters
  for each row execute function requests.note_came_again();

-- Counting them asks for the scope once, not for each row.
create function requests.count_came_again(of_district integer, since timestamptz, at_least integer, up_to integer, up_to_ids integer)
  returns table (community_code text, n integer, open integer, ids uuid[])
  language sql stable security definer rows 30 set search_path = pg_catalog, pg_temp as $$
  with often as materialized (
    select distinct p.phone_index from requests.reporters p
    where p.district_id = of_district and p.came_again and p.opened_at >= since)
  select m.community_code, count(*)::int, (count(*) filter (where m.stage <> 'final'))::int,
    (array_agg(m.id order by m.opened_at desc))[1:up_to_ids]
  from often f
  join requests.reporters p on p.district_id = of_district and p.phone_index = f.phone_index and p.opened_at >= since
  join matters.matters m on m.district_id = of_district and m.id = p.matter_id
  join requests.requests r on r.district_id = of_district and r.matter_id = p.matter_id and not r.confidential
  where of_district = nullif(current_setting('app.district', true), '')::int and m.community_code is not null
    and ((m.area_code >= current_setting('app.lo', true) and m.area_code < current_setting('app.hi', true))
      or nullif(current_setting('app.body', true), '')::uuid = any (m.body_ids))
  group by m.community_code, p.phone_index having count(*) >= at_least
  order by count(*) desc, max(m.opened_at) desc limit up_to
$$;
comment on function requests.count_came_again is 'How often somebody asked in one community, as far as the asker''s scope goes; never who.';
revoke all on function requests.count_came_again from public;
grant execute on function requests.count_came_again to linli_app;
