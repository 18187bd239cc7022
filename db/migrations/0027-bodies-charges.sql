-- Kinds of bodies and posts come from data of the program; posts have what a notice board shows; charges (包联) make chains.

alter table bodies.bodies drop constraint if exists bodies_kind;
alter table bodies.bodies add constraint bodies_kind_shape check (kind ~ '^[a-z][A-Za-z]{2,39}$');
alter table bodies.posts drop constraint if exists posts_kind;
alter table bodies.posts add constraint posts_kind_shape check (kind ~ '^[a-z][A-Za-z]{2,39}$');

alter table bodies.bodies add column is_only boolean not null default false;
comment on column bodies.bodies.is_only is 'Of its kind at most one stands in the area; the program says for which kinds.';
-- The owner fills the new column for every district.
alter table bodies.bodies no force row level security;
update bodies.bodies set is_only = true
  where kind in ('districtCentre', 'subdistrictOffice', 'taskGroup', 'residentsCommittee');
alter table bodies.bodies force row level security;
drop index bodies.bodies_one_of_a_kind_per_area;
create unique index bodies_one_of_a_kind_per_area on bodies.bodies (district_id, kind, area_code) where is_only;
grant update (name_zh, name_en, phone_public) on bodies.bodies to linli_app;
grant delete on bodies.links to linli_app;

alter table bodies.posts add column phone_public text;
alter table bodies.posts add column duty text;
comment on column bodies.posts.phone_public is 'The number of the post on the notice board; never a person''s own.';
comment on column bodies.posts.duty is 'What the holder looks after (分管事项), in the words of the notice board.';
grant update (name_en, phone_public, duty) on bodies.posts to linli_app;

create table bodies.charges (
  district_id integer not null,
  id uuid not null,
  rung text not null,
  area_code text collate "C" not null,
  place text not null default '',
  front text not null default '',
  post_id uuid not null,
  from_on date not null,
  ended_on date,
  set_by_post_id uuid,
  constraint charges_pk primary key (district_id, id),
  constraint charges_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint charges_post_fk foreign key (district_id, post_id) references bodies.posts (district_id, id),
  constraint charges_set_by_fk foreign key (district_id, set_by_post_id) references bodies.posts (district_id, id),
  constraint charges_rung_shape check (rung ~ '^[a-z][A-Za-z]{2,39}$'),
  constraint charges_texts_short check (length(place) <= 60 and length(front) <= 20),
  constraint charges_dates_in_order check (ended_on >= from_on)
);
create unique index charges_one_open on bodies.charges (district_id, area_code, rung, place, front) where ended_on is null;
create index charges_by_post on bodies.charges (district_id, post_id);
comment on table bodies.charges is 'Which post answers for a place on a rung of its responsibility chain; earlier ones are kept.';
comment on column bodies.charges.place is 'A building or estate of the grid as people call it; empty: the whole area.';
comment on column bodies.charges.front is 'The front (战线) of a village matrix; empty for rungs of a chain.';
comment on column bodies.charges.ended_on is 'First day on which it no longer holds.';
grant select, insert on bodies.charges to linli_app;
grant update (ended_on) on bodies.charges to linli_app;

alter table bodies.charges enable row level security;
alter table bodies.charges force row level security;
create policy charges_of_district on bodies.charges
  using (district_id = nullif(current_setting('app.district', true), '')::int);
