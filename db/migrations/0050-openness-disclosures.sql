-- What communities disclose (公开事项): entries that are only added to, and the files that go with them.

create table openness.disclosure_files (
  district_id integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  sha256 text not null,
  media_type text not null,
  bytes integer not null,
  stored_at timestamptz not null,
  stored_by_account_id uuid not null,
  constraint disclosure_files_pk primary key (district_id, id),
  constraint disclosure_files_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint disclosure_files_type check (media_type in ('application/pdf', 'image/jpeg'))
);
comment on table openness.disclosure_files is 'Public once an entry names it.';

create table openness.disclosures (
  district_id integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  item text not null,
  period text not null,
  words text not null,
  rows jsonb,
  file_id uuid,
  corrects uuid,
  reason text,
  published_at timestamptz not null,
  published_by_account_id uuid not null,
  published_by_post_id uuid not null,
  published_by_body_id uuid not null,
  constraint disclosures_pk primary key (district_id, id),
  constraint disclosures_area_fk foreign key (district_id, area_code) references territory.areas (district_id, code),
  constraint disclosures_file_fk foreign key (district_id, file_id) references openness.disclosure_files (district_id, id),
  constraint disclosures_corrects_fk foreign key (district_id, corrects) references openness.disclosures (district_id, id),
  constraint disclosures_corrected_once unique (district_id, corrects),
  constraint disclosures_reason check ((corrects is null) = (reason is null)),
  constraint disclosures_period check (period ~ '^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$')
);
comment on table openness.disclosures is 'Append-only and masked. An entry is put right by a later one that names it and says why.';
comment on column openness.disclosures.period is '2026, 2026-Q4, 2026-11, or the day on which it happened.';
-- A month, a quarter or a year is disclosed once; on one day several things may happen.
create unique index disclosures_once on openness.disclosures (district_id, area_code, item, period)
  where corrects is null and length(period) < 10;
create index disclosures_newest on openness.disclosures (district_id, area_code, published_at desc, id desc);

grant select, insert on openness.disclosures, openness.disclosure_files to linli_app;
alter table openness.disclosures enable row level security;
alter table openness.disclosures force row level security;
create policy disclosures_read on openness.disclosures for select
  using (district_id = nullif(current_setting('app.district', true), '')::int);
create policy disclosures_written on openness.disclosures for insert with check (coalesce(
  district_id = current_setting('app.district', true)::int
  and area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true), false));
alter table openness.disclosure_files enable row level security;
alter table openness.disclosure_files force row level security;
-- Everybody reads a file that was published; before, who reaches the community.
create policy disclosure_files_read on openness.disclosure_files for select using (coalesce(
  district_id = nullif(current_setting('app.district', true), '')::int
  and ((area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true))
    or exists (select from openness.disclosures d
      where d.district_id = disclosure_files.district_id and d.file_id = disclosure_files.id)), false));
create policy disclosure_files_written on openness.disclosure_files for insert with check (coalesce(
  district_id = current_setting('app.district', true)::int
  and area_code >= current_setting('app.lo', true) and area_code < current_setting('app.hi', true), false));
