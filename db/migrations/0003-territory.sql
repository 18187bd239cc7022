-- Areas (区划) from the district down to the grid. Codes are hierarchical by prefix: 6, 9, 12 and 15 digits.

create schema territory;
grant usage on schema territory to linli_app;

create table territory.districts (
  district_id integer not null,
  name_zh text not null,
  name_en text not null,
  time_zone text not null default 'Asia/Shanghai',
  constraint districts_pk primary key (district_id),
  constraint districts_code_shape check (district_id between 100000 and 999999)
);
comment on table territory.districts is 'The tenants. The number is the six-digit division code.';
grant select, insert on territory.districts to linli_app;

create table territory.areas (
  district_id integer not null,
  code text collate "C" not null,
  kind text not null,
  parent_code text collate "C",
  name_zh text not null,
  name_en text not null,
  addresses text[] not null default '{}',
  founded_on date not null,
  ended_on date,
  constraint areas_pk primary key (district_id, code),
  constraint areas_district_fk foreign key (district_id) references territory.districts (district_id),
  constraint areas_parent_fk foreign key (district_id, parent_code) references territory.areas (district_id, code),
  constraint areas_code_of_district check (code ~ '^[0-9]+$' and left(code, 6) = district_id::text),
  constraint areas_code_of_kind check (
    case kind
      when 'district' then length(code) = 6 and parent_code is null
      when 'subdistrict' then length(code) = 9 and parent_code = left(code, 6)
      when 'community' then length(code) = 12 and parent_code = left(code, 9)
      when 'grid' then length(code) = 15 and parent_code = left(code, 12)
      else false
    end is true
  ),
  constraint areas_dates_in_order check (ended_on > founded_on)
);
create index areas_by_kind on territory.areas (district_id, kind, code);
comment on column territory.areas.addresses is 'Estates and buildings inside a grid, as people call them.';
comment on column territory.areas.ended_on is 'First day on which the area no longer exists (merged or dissolved).';
grant select, insert on territory.areas to linli_app;

-- Which districts exist is public and must be known before one is chosen; only its own work may add to a district.
alter table territory.districts enable row level security;
alter table territory.districts force row level security;
create policy districts_are_public on territory.districts for select using (true);
create policy districts_written_by_own on territory.districts for insert
  with check (district_id = current_setting('app.district')::int);

alter table territory.areas enable row level security;
alter table territory.areas force row level security;
create policy areas_of_district on territory.areas
  using (district_id = current_setting('app.district')::int);
