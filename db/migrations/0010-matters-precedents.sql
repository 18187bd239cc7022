-- Precedents (裁定先例): who was ruled to do which kind of matter, kept in the transaction of the ruling.

create table matters.precedents (
  district_id integer not null,
  id uuid not null,
  procedure_id text not null,
  subject text not null,
  area_code text collate "C" not null,
  asked_body_ids uuid[] not null,
  ruled_body_id uuid not null,
  ruled_by_body_id uuid not null,
  matter_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  constraint precedents_pk primary key (district_id, id),
  constraint precedents_once unique (district_id, matter_id, seq),
  constraint precedents_entry_fk foreign key (district_id, matter_id, seq) references matters.timeline (district_id, matter_id, seq)
);
comment on table matters.precedents is 'Append-only, one row for each ruling. Everybody who works in the district may find it; the reason stays in matters.words.';
comment on column matters.precedents.subject is 'What kind of matter it was, in the words of its module; empty when that says nothing.';
comment on column matters.precedents.area_code is 'The sub-district, or the district when the matter lies in none.';
comment on column matters.precedents.asked_body_ids is 'Bodies that had it or were asked to take it before the ruling, in that order.';
comment on column matters.precedents.seq is 'The entry of the ruling.';
create index precedents_alike on matters.precedents (district_id, procedure_id, subject, at desc);
grant select, insert on matters.precedents to linli_app;

alter table matters.precedents enable row level security;
alter table matters.precedents force row level security;
create policy precedents_of_district on matters.precedents
  using (district_id = nullif(current_setting('app.district', true), '')::int);
