-- Organisations (机构), their typed links, their posts (岗位) and who holds them (任职).

create schema bodies;
grant usage on schema bodies to linli_app;

create table bodies.bodies (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  area_code text collate "C" not null,
  phone_public text,
  duties text[] not null default '{}',
  constraint bodies_pk primary key (district_id, id),
  constraint bodies_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint bodies_kind check (kind in (
    'districtCentre', 'department', 'subdistrictOffice', 'taskGroup', 'residentsCommittee', 'propertyManager')),
  constraint bodies_duties_of_departments check (duties = '{}' or kind = 'department')
);
create index bodies_by_kind_and_area on bodies.bodies (district_id, kind, area_code);
create unique index bodies_one_of_a_kind_per_area on bodies.bodies (district_id, kind, area_code)
  where kind in ('districtCentre', 'subdistrictOffice', 'taskGroup', 'residentsCommittee');
comment on column bodies.bodies.phone_public is 'The number on the notice board; never a person''s own.';
comment on column bodies.bodies.duties is 'Keys of the request categories a department answers for (职责分工).';
grant select, insert on bodies.bodies to linli_app;

create table bodies.links (
  district_id integer not null,
  from_body_id uuid not null,
  to_body_id uuid not null,
  kind text not null,
  constraint links_pk primary key (district_id, from_body_id, to_body_id, kind),
  constraint links_from_fk foreign key (district_id, from_body_id) references bodies.bodies (district_id, id),
  constraint links_to_fk foreign key (district_id, to_body_id) references bodies.bodies (district_id, id),
  constraint links_kind check (kind in ('leads', 'guides', 'supervises', 'assists')),
  constraint links_between_two check (from_body_id <> to_body_id)
);
create index links_to_body on bodies.links (district_id, to_body_id);
comment on table bodies.links is 'Reads as a sentence: the sub-district office guides (not leads) the residents'' committee.';
grant select, insert on bodies.links to linli_app;

create table bodies.posts (
  district_id integer not null,
  id uuid not null,
  body_id uuid not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  area_code text collate "C" not null,
  is_head boolean not null,
  tenure text not null,
  constraint posts_pk primary key (district_id, id),
  constraint posts_body_fk foreign key (district_id, body_id) references bodies.bodies (district_id, id),
  constraint posts_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint posts_kind check (kind in (
    'communityDirector', 'communitySecretary', 'communityClerk', 'gridWorker',
    'taskGroupLead', 'taskGroupLiaison', 'officeClerk', 'departmentHead', 'departmentClerk',
    'dispatchLead', 'dispatchClerk', 'supervisor', 'propertyLead', 'propertyClerk')),
  constraint posts_tenure check (tenure in ('elected', 'appointed')),
  constraint posts_grid_worker_has_a_grid check (kind <> 'gridWorker' or length(area_code) = 15)
);
create index posts_by_body on bodies.posts (district_id, body_id);
create index posts_by_area_and_kind on bodies.posts (district_id, area_code, kind);
create unique index posts_one_head_per_body on bodies.posts (district_id, body_id) where is_head;
comment on column bodies.posts.is_head is 'Signs for the body: explanations, extensions, refusals.';
grant select, insert on bodies.posts to linli_app;

create table bodies.appointments (
  district_id integer not null,
  id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  from_on date not null,
  to_on date,
  constraint appointments_pk primary key (district_id, id),
  constraint appointments_post_fk foreign key (district_id, post_id) references bodies.posts (district_id, id),
  constraint appointments_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id),
  constraint appointments_dates_in_order check (to_on >= from_on)
);
create unique index appointments_one_open_holder on bodies.appointments (district_id, post_id) where to_on is null;
create index appointments_by_post on bodies.appointments (district_id, post_id, from_on);
create index appointments_by_account on bodies.appointments (district_id, account_id);
comment on column bodies.appointments.to_on is 'Last day in the post; null: no end is known.';
grant select, insert on bodies.appointments to linli_app;

alter table bodies.bodies enable row level security;
alter table bodies.bodies force row level security;
create policy bodies_of_district on bodies.bodies
  using (district_id = current_setting('app.district')::int);

alter table bodies.links enable row level security;
alter table bodies.links force row level security;
create policy links_of_district on bodies.links
  using (district_id = current_setting('app.district')::int);

alter table bodies.posts enable row level security;
alter table bodies.posts force row level security;
create policy posts_of_district on bodies.posts
  using (district_id = current_setting('app.district')::int);

alter table bodies.appointments enable row level security;
alter table bodies.appointments force row level security;
create policy appointments_of_district on bodies.appointments
  using (district_id = current_setting('app.district')::int);
