-- Outcomes in full: second checks, review dates, links between matters, first and final answers, return visits.

alter table matters.matters
  add column subject text not null default '',
  add column answered_by uuid,
  add column taken jsonb not null default '{}',
  add column first_outcome text,
  add column drawn_on date;
comment on column matters.matters.subject is 'What kind of matter it is, in the codes of its module; empty when nobody says so.';
comment on column matters.matters.answered_by is 'Account that gave the answer that stands; somebody else has to check it where the procedure asks for it.';
comment on column matters.matters.taken is 'How often each step that may only be taken so often was taken, since the opening or the last reopening.';
comment on column matters.matters.first_outcome is 'Outcome of the first answer that reached the person; never taken back.';
comment on column matters.matters.drawn_on is 'Day of the draw that sends a visitor; null when no visit is owed.';
alter table matters.matters drop constraint matters_awaits;
alter table matters.matters add constraint matters_awaits check (awaits in ('reporter', 'firstContact', 'holder', 'holderHead', 'offered', 'offeredHead', 'timer', 'post', 'supporter', 'second', 'nobody'));
alter table matters.matters drop constraint matters_outcome;
alter table matters.matters add constraint matters_outcome check (outcome in ('solved', 'explained', 'keptOnBooks', 'notOurs', 'withdrawn', 'duplicate', 'merged', 'joined', 'answered'));
create index matters_drawn on matters.matters (district_id, next_due_at, id) where drawn_on is not null;

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved', 'areaPassed', 'linked', 'drawnForVisit'));

alter table matters.clocks add column due_on date;
comment on column matters.clocks.due_on is 'The day somebody chose for this run to end on; null where the length alone decides.';

alter table matters.counts
  add column first_outcome text not null default '',
  add column reopenings integer not null default 0;
alter table matters.counts drop constraint counts_pk;
alter table matters.counts add constraint counts_pk primary key (district_id, area_code, procedure_id, state, outcome, first_outcome, reopenings);
comment on column matters.counts.first_outcome is 'Outcome of the first answer; empty while there was none.';
comment on column matters.counts.reopenings is 'How often each of these matters was reopened.';

create table matters.links (
  district_id integer not null,
  kind text not null,
  from_matter_id uuid not null,
  from_number text not null,
  to_matter_id uuid not null,
  to_number text not null,
  from_seq integer not null,
  to_seq integer not null,
  at timestamptz not null,
  constraint links_pk primary key (district_id, from_matter_id, to_matter_id, kind),
  constraint links_from_fk foreign key (district_id, from_matter_id, from_seq) references matters.timeline (district_id, matter_id, seq),
  constraint links_to_fk foreign key (district_id, to_matter_id, to_seq) references matters.timeline (district_id, matter_id, seq),
  constraint links_kind check (kind in ('duplicateOf', 'mergedInto', 'supports', 'partOf')),
  constraint links_not_itself check (from_matter_id <> to_matter_id)
);
comment on table matters.links is 'Append-only: which matter leads to which; the same stands on both timelines.';
create unique index links_one_end on matters.links (district_id, from_matter_id) where kind <> 'partOf';
create index links_to on matters.links (district_id, to_matter_id, kind);
grant select, insert on matters.links to linli_app;

create table matters.visit_draws (
  district_id integer not null,
  day date not null,
  seed bytea not null,
  made_at timestamptz not null,
  constraint visit_draws_pk primary key (district_id, day)
);
comment on table matters.visit_draws is 'Append-only: the draw of the return visits among what was settled on a day, seeded by the published digest of that day.';
grant select, insert on matters.visit_draws to linli_app;

create table matters.visit_candidates (
  district_id integer not null,
  day date not null,
  procedure_id text not null,
  stratum text collate "C" not null,
  number text not null,
  one_in integer not null,
  drawn boolean not null,
  matter_id uuid not null,
  constraint visit_candidates_pk primary key (district_id, day, procedure_id, number)
);
comment on table matters.visit_candidates is 'Append-only: what a draw was made from; numbers are published, matters are not.';
grant select, insert on matters.visit_candidates to linli_app;

alter table matters.links enable row level security;
alter table matters.links force row level security;
create policy links_with_either on matters.links using (
  district_id = nullif(current_setting('app.district', true), '')::int
  and exists (select from matters.matters m where m.district_id = links.district_id and m.id in (links.from_matter_id, links.to_matter_id)));

do $$
declare t text;
begin
  foreach t in array array['visit_draws', 'visit_candidates'] loop
    execute format('alter table matters.%I enable row level security', t);
    execute format('alter table matters.%I force row level security', t);
    execute format(
      'create policy %I on matters.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
