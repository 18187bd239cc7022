-- Bodies and posts follow when the area they answer for merges or is split; what was before stays readable.

alter table bodies.bodies add column succeeded_by uuid;
alter table bodies.bodies add constraint bodies_successor_fk
  foreign key (district_id, succeeded_by) references bodies.bodies (district_id, id);
comment on column bodies.bodies.succeeded_by is 'The body that took over when its area merged; it is offered nothing any more.';
grant update (area_code, succeeded_by) on bodies.bodies to linli_app;
grant update (area_code, body_id) on bodies.posts to linli_app;

create table bodies.moves (
  district_id integer not null,
  change_id uuid not null,
  subject_id uuid not null,
  subject text not null,
  from_area text collate "C" not null,
  to_area text collate "C" not null,
  from_body uuid,
  to_body uuid,
  at timestamptz not null,
  constraint moves_pk primary key (district_id, change_id, subject_id),
  constraint moves_subject check (subject in ('body', 'post')),
  constraint moves_body_of_posts check ((subject = 'post') = (from_body is not null and to_body is not null))
);
comment on table bodies.moves is 'Append-only: where bodies and posts answered before a change of areas.';
grant select, insert on bodies.moves to linli_app;

alter table bodies.moves enable row level security;
alter table bodies.moves force row level security;
create policy moves_of_district on bodies.moves
  using (district_id = nullif(current_setting('app.district', true), '')::int);
