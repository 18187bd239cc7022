-- Addresses, outlines and the history of grids follow when communities merge or are split; the code of an address stays.

alter table territory.addresses drop constraint addresses_code_of_community;
alter table territory.addresses drop constraint addresses_named_once;
alter table territory.addresses add column came_by uuid;
alter table territory.addresses add constraint addresses_came_by_fk
  foreign key (district_id, came_by) references territory.area_changes (district_id, id);
comment on column territory.addresses.came_by is 'The change of areas that brought the address into its community; its code tells where it was first registered.';
create unique index addresses_named_once on territory.addresses (district_id, community_code, parent_code, key)
  nulls not distinct where came_by is null;
grant update (community_code, parent_code, came_by) on territory.addresses to linli_app;

alter table territory.grid_changes drop constraint grid_changes_kind;
alter table territory.grid_changes add constraint grid_changes_kind
  check (kind in ('derived', 'import', 'move', 'split', 'merge', 'outlines', 'areas'));

-- An address that came from elsewhere has a code from elsewhere: what a move is about is said by the grid it goes to.
drop policy grid_moves_in_scope on territory.grid_moves;
create policy grid_moves_in_scope on territory.grid_moves using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and to_grid_code >= current_setting('app.lo', true) and to_grid_code < current_setting('app.hi', true)
);
