-- Starting texts of answers that a district words itself (本区答复范本), for the fields that the procedure leaves to it.

create table matters.templates (
  district_id integer not null,
  id uuid not null,
  procedure_id text not null,
  step text not null,
  field text not null,
  words text,
  since timestamptz not null,
  reason text not null,
  source text not null,
  set_by uuid,
  set_at timestamptz not null,
  constraint templates_pk primary key (district_id, id),
  constraint templates_words check (words <> ''),
  constraint templates_reason check (reason <> '' and source <> '')
);
comment on table matters.templates is 'Append-only: every wording is kept. The last one that has begun is offered in the form of the step.';
comment on column matters.templates.words is 'With slots such as {{number}} and gaps such as [[what was done]]; null: from then on none is offered.';
comment on column matters.templates.source is 'The paper that says so.';
create index templates_of_procedure on matters.templates (district_id, procedure_id, since, id);
grant select, insert on matters.templates to linli_app;

alter table matters.templates enable row level security;
alter table matters.templates force row level security;
create policy templates_of_district on matters.templates
  using (district_id = nullif(current_setting('app.district', true), '')::int);
