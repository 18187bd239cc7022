-- The duty matrix (职责分工): kind of request and place to responsible body and limit, by day; earlier versions are kept.

create table requests.duties (
  district_id integer not null,
  id uuid not null,
  category text not null,
  area_code text collate "C" not null,
  body_id uuid,
  limit_working_days integer,
  from_on date not null,
  source text not null,
  reason text not null default '',
  matter_id uuid,
  seq integer,
  recorded_at timestamptz not null,
  recorded_by_account_id uuid,
  recorded_by_post_id uuid,
  constraint duties_pk primary key (district_id, id),
  constraint duties_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint duties_body_fk foreign key (district_id, body_id) references bodies.bodies (district_id, id),
  constraint duties_entry_fk foreign key (district_id, matter_id, seq) references matters.timeline (district_id, matter_id, seq),
  constraint duties_limit check (limit_working_days between 1 and 365),
  constraint duties_texts check (length(source) between 1 and 200 and length(reason) <= 500)
);
create index duties_by_line on requests.duties (district_id, category, area_code, from_on);
comment on table requests.duties is 'Append-only. Of the rows of one kind and place, the one begun last holds, the one recorded last when two begin on a day.';
comment on column requests.duties.body_id is 'Null: from this day the place has no line of its own, and the wider area''s line holds.';
comment on column requests.duties.seq is 'With matter_id: the ruling that was written back.';
grant select, insert on requests.duties to linli_app;

alter table requests.duties enable row level security;
alter table requests.duties force row level security;
create policy duties_of_district on requests.duties
  using (district_id = nullif(current_setting('app.district', true), '')::int);
