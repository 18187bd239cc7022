-- Grids as sets of addresses first and polygons second (网格划分): the register of addresses, outlines, and who changed what.

create table territory.grid_changes (
  district_id integer not null,
  id uuid not null,
  community_code text collate "C" not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  post_id uuid,
  summary jsonb not null,
  constraint grid_changes_pk primary key (district_id, id),
  constraint grid_changes_in_order unique (district_id, community_code, seq),
  constraint grid_changes_community_fk foreign key (district_id, community_code) references territory.areas (district_id, code),
  constraint grid_changes_kind check (kind in ('derived', 'import', 'move', 'split', 'merge', 'outlines'))
);
comment on table territory.grid_changes is 'Append-only. The id is the command, so that a change happens once; seq counts the changes of one community.';
comment on column territory.grid_changes.summary is 'What the change answered, for the page of history and for the same command sent again; nothing about persons.';
grant select, insert on territory.grid_changes to linli_app;

create table territory.addresses (
  district_id integer not null,
  code text collate "C" not null,
  community_code text collate "C" not null,
  parent_code text collate "C",
  kind text not null,
  name text not null,
  key text collate "C" not null,
  is_road boolean not null default false,
  is_door boolean not null,
  grid_code text collate "C",
  lon double precision,
  lat double precision,
  line jsonb,
  change_id uuid not null,
  constraint addresses_pk primary key (district_id, code),
  constraint addresses_named_once unique nulls not distinct (district_id, community_code, parent_code, key),
  constraint addresses_community_fk foreign key (district_id, community_code) references territory.areas (district_id, code),
  constraint addresses_parent_fk foreign key (district_id, parent_code) references territory.addresses (district_id, code),
  constraint addresses_grid_fk foreign key (district_id, grid_code) references territory.areas (district_id, code),
  constraint addresses_kind check (kind in ('place', 'building', 'stairwell', 'home')),
  constraint addresses_code_of_community check (left(code, 12) = community_code),
  constraint addresses_grid_of_community check (left(grid_code, 12) = community_code and length(grid_code) = 15),
  constraint addresses_door_carries_grid check (is_door or grid_code is null),
  constraint addresses_home_is_no_door check (kind <> 'home' or not is_door),
  constraint addresses_point_whole check ((lon is null) = (lat is null) and lon between -180 and 180 and lat between -90 and 90)
);
comment on table territory.addresses is 'Estates and roads, buildings, stairwells and homes of a community. Nothing about who lives there.';
comment on column territory.addresses.key is 'The name as texts are compared: half width, digits for numerals, without 号楼 and the like.';
comment on column territory.addresses.is_door is 'The finest address above the home; it alone says the grid, so an address lies in one grid at most.';
comment on column territory.addresses.lon is 'WGS-84, as lat and line.';
create index addresses_places on territory.addresses (district_id, community_code, key) where kind = 'place';
create index addresses_by_parent on territory.addresses (district_id, parent_code);
create index addresses_by_grid on territory.addresses (district_id, grid_code);
grant select, insert, update (is_door, grid_code, lon, lat, line) on territory.addresses to linli_app;

create table territory.grid_moves (
  district_id integer not null,
  change_id uuid not null,
  address_code text collate "C" not null,
  from_grid_code text collate "C",
  to_grid_code text collate "C" not null,
  constraint grid_moves_pk primary key (district_id, change_id, address_code),
  constraint grid_moves_change_fk foreign key (district_id, change_id) references territory.grid_changes (district_id, id),
  constraint grid_moves_address_fk foreign key (district_id, address_code) references territory.addresses (district_id, code)
);
comment on table territory.grid_moves is 'Append-only: which address came into which grid by which change.';
create index grid_moves_of_address on territory.grid_moves (district_id, address_code);
grant select, insert on territory.grid_moves to linli_app;

create table territory.outlines (
  district_id integer not null,
  area_code text collate "C" not null,
  change_id uuid not null,
  outline jsonb not null,
  since timestamptz not null,
  until timestamptz,
  constraint outlines_pk primary key (district_id, area_code, change_id),
  constraint outlines_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code)
);
comment on column territory.outlines.outline is 'Coordinates of a GeoJSON MultiPolygon, WGS-84.';
create unique index outlines_one_now on territory.outlines (district_id, area_code) where until is null;
grant select, insert, update (until) on territory.outlines to linli_app;

-- A grid founded and merged on the same day never existed at the end of a day.
alter table territory.areas drop constraint if exists areas_dates_in_order;
alter table territory.areas add constraint areas_dates_in_order check (ended_on >= founded_on);
grant update (addresses, ended_on) on territory.areas to linli_app;

-- Where a building stands is public, as a street map is; homes are seen, and anything is written, within the scope only.
alter table territory.addresses enable row level security;
alter table territory.addresses force row level security;
create policy addresses_read on territory.addresses for select using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and (kind <> 'home' or (community_code >= current_setting('app.lo', true) and community_code < current_setting('app.hi', true)))
);
create policy addresses_added on territory.addresses for insert with check (
  district_id = nullif(current_setting('app.district', true), '')::int
  and community_code >= current_setting('app.lo', true) and community_code < current_setting('app.hi', true)
);
create policy addresses_changed on territory.addresses for update using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and community_code >= current_setting('app.lo', true) and community_code < current_setting('app.hi', true)
);

alter table territory.grid_changes enable row level security;
alter table territory.grid_changes force row level security;
create policy grid_changes_in_scope on territory.grid_changes using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and community_code >= current_setting('app.lo', true) and community_code < current_setting('app.hi', true)
);

alter table territory.grid_moves enable row level security;
alter table territory.grid_moves force row level security;
create policy grid_moves_in_scope on territory.grid_moves using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and address_code >= current_setting('app.lo', true) and address_code < current_setting('app.hi', true)
);

alter table territory.outlines enable row level security;
alter table territory.outlines force row level security;
create policy outlines_read on territory.outlines for select using (
  district_id = nullif(current_setting('app.district', true), '')::int
);
create policy outlines_added on territory.outlines for insert with check (
  district_id = nullif(current_setting('app.district', true), '')::int
  and area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true)
);
create policy outlines_changed on territory.outlines for update using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true)
);
