/** What is summed over the rows or sealed by day, made again over the copies too. */
export const rollUps: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'figures by day',
    sql: `truncate insight.days;
      insert into insight.days (district_id, on_day, area_code, body_id, procedure_id, measure, detail, n)
      select district_id, on_day, area_code, body_id, procedure_id, measure, detail, count(*)
      from insight.tallies group by 1, 2, 3, 4, 5, 6, 7`,
  },
  {
    what: 'sums of areas by day',
    sql: `truncate insight.area_days, insight.kind_days, insight.day_changes;
      insert into insight.area_days
      select t.district_id, left(t.area_code, d.digits), t.on_day, t.measure, t.detail, count(*)
      from insight.tallies t join (values (6), (9), (12)) d (digits) on length(t.area_code) >= d.digits group by 1, 2, 3, 4, 5;
      insert into insight.kind_days
      select t.district_id, left(t.area_code, d.digits), t.on_day, t.measure, t.subject, count(*)
      from insight.tallies t join (values (6), (9), (12)) d (digits) on length(t.area_code) >= d.digits
      where t.procedure_id = 'resident-request' and t.measure in ('in', 'reopened') group by 1, 2, 3, 4, 5`,
  },
  {
    // Made by the timer when the server starts.
    what: 'what comes again',
    sql: 'truncate coordination.alike, coordination.alike_changes, coordination.alike_since',
  },
  {
    // Copies have the number of their source. One in fifty is of two hundred people who come again, the others are of somebody each.
    what: 'telephone numbers',
    sql: `update requests.reporters r
      set phone_index = case when get_byte(h, 0) < 5
        then sha256(('again' || (get_byte(h, 1) * 256 + get_byte(h, 2)) % 200)::bytea) else h end
      from (select district_id as district, matter_id as id, sha256(uuid_send(matter_id)) as h from requests.reporters) x
      where x.district = r.district_id and x.id = r.matter_id;
      update requests.reporters p
      set opened_at = x.opened_at, came_again = coalesce(x.before_last > x.opened_at - interval '91 days', false)
      from (
        select r.district_id, r.matter_id, m.opened_at,
          lag(m.opened_at, 2) over (partition by r.district_id, r.phone_index order by m.opened_at) as before_last
        from requests.reporters r join matters.matters m on m.district_id = r.district_id and m.id = r.matter_id) x
      where p.district_id = x.district_id and p.matter_id = x.matter_id`,
  },
  {
    what: 'counts of the states',
    sql: `truncate matters.counts;
      insert into matters.counts (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings, n)
      select district_id, left(opened_in, 12), procedure_id, state, coalesce(outcome, ''), coalesce(first_outcome, ''), reopenings, count(*)
      from matters.matters group by 1, 2, 3, 4, 5, 6, 7`,
  },
  {
    // Nothing is left to fold or draw when the server starts; roots of the copies' days do not verify.
    what: 'leaves of the daily digests',
    sql: `insert into matters.digest_leaves (district_id, day, leaf, matter_id, seq, salt)
      select m.district_id, least((m.last_at at time zone 'Asia/Shanghai')::date, d.day), sha256(uuid_send(m.id)), m.id, m.seq, substr(m.head, 1, 16)
      from matters.matters m
      join (select district_id, max(day) as day from matters.digests group by 1) d using (district_id)
      where m.last_at < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'
      on conflict do nothing;
      insert into matters.digests (district_id, day, leaves, root, prev, digest, made_at)
      select l.district_id, l.day, count(*), sha256('root'), sha256('prev'), sha256(l.day::text::bytea), (l.day + 1)::timestamptz
      from matters.digest_leaves l group by 1, 2 on conflict do nothing`,
  },
  {
    // Whoever looks into an inbox every day has read all but the last of it.
    what: 'what was read in the inboxes',
    sql: `insert into notices.reads (district_id, account_id, notice_id, at)
      select n.district_id, a.account_id, n.id, n.at
      from notices.notices n
      join bodies.posts p on p.district_id = n.district_id and p.body_id = n.body_id and p.is_head and p.closed_on is null
      join bodies.appointments a on a.district_id = p.district_id and a.post_id = p.id and a.to_on is null
      where n.at < now() - interval '2 days' on conflict do nothing;
      insert into notices.inboxes
      select distinct a.district_id, a.account_id, p.id, p.body_id, p.is_head, now() - interval '2 days'
      from bodies.posts p
      join bodies.appointments a on a.district_id = p.district_id and a.post_id = p.id and a.to_on is null
      where p.is_head and p.closed_on is null on conflict do nothing`,
  },
  {
    what: 'sums that desks are counted from',
    sql: `do $$ begin
      if to_regclass('matters.scope_counts') is null then return; end if;
      truncate matters.scope_counts, matters.scope_changes;
      insert into matters.scope_counts (district_id, body_id, area_code, stage, due_on, n)
      select m.district_id, b.body_id, left(m.area_code, 12), m.stage,
        case when d.on_day < (now() at time zone 'UTC')::date - 1 then '-infinity' else d.on_day end, count(*)
      from matters.matters m
      cross join lateral unnest('00000000-0000-0000-0000-000000000000'::uuid || m.body_ids) as b (body_id)
      cross join lateral (select matters.due_bucket(m.stage, m.next_due_at) as on_day) d
      group by 1, 2, 3, 4, 5;
    end $$`,
  },
];
