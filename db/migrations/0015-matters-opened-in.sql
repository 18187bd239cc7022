-- A matter is counted where it was opened for good, and answered for where its area went.

alter table matters.matters add column opened_in text collate "C";
update matters.matters set opened_in = area_code;
alter table matters.matters alter column opened_in set not null;
comment on column matters.matters.opened_in is 'The area in which it was opened; figures count it there, also after that area merged.';
comment on column matters.matters.area_code is 'The area that answers for it now; scopes go by it.';
create index matters_by_opened_in on matters.matters (district_id, opened_in, opened_at desc, id desc);

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind
  check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved', 'areaPassed'));

comment on table matters.counts is 'How many matters stand in each state, by the area in which they were opened; kept in the transaction of each step.';
