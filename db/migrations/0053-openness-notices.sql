-- Public notices (公告): a disclosure may be about a matter, and residents ask under it. A question is a matter of its own.

alter table openness.disclosures add column about_matter_id uuid;
alter table openness.disclosures add column about_number text;
alter table openness.disclosures add constraint disclosures_about check ((about_matter_id is null) = (about_number is null));
alter table openness.disclosures add constraint disclosures_about_fk foreign key (district_id, about_matter_id)
  references matters.matters (district_id, id);
comment on column openness.disclosures.about_number is 'Of the matter that it is about; shown to everybody only while that matter is public.';
create index disclosures_about_matter on openness.disclosures (district_id, about_number, published_at desc) where about_number is not null;

-- Whoever handles a matter answers everybody for the community where it lies, also from outside.
drop policy disclosures_written on openness.disclosures;
create policy disclosures_written on openness.disclosures for insert with check (coalesce(
  district_id = current_setting('app.district', true)::int
  and ((area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or exists (select from matters.matters m where m.district_id = disclosures.district_id and m.id = about_matter_id
      and m.community_code = area_code)), false));

create table openness.notice_questions (
  district_id integer not null,
  matter_id uuid not null,
  notice_id uuid not null,
  asked_at timestamptz not null,
  constraint notice_questions_pk primary key (district_id, matter_id),
  constraint notice_questions_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint notice_questions_notice_fk foreign key (district_id, notice_id) references openness.disclosures (district_id, id)
);
comment on table openness.notice_questions is 'Append-only. What was asked and answered stands in the matter; who asked is not known.';
create index notice_questions_of_notice on openness.notice_questions (district_id, notice_id, asked_at, matter_id);
grant select, insert on openness.notice_questions to linli_app;
alter table openness.notice_questions enable row level security;
alter table openness.notice_questions force row level security;
create policy notice_questions_read on openness.notice_questions for select
  using (district_id = nullif(current_setting('app.district', true), '')::int);
create policy notice_questions_written on openness.notice_questions for insert with check (coalesce(
  district_id = current_setting('app.district', true)::int
  and exists (select from matters.matters m where m.district_id = notice_questions.district_id and m.id = matter_id), false));
