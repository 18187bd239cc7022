-- Limits that a district sets otherwise (本区设定), within the bounds that the procedure states.

create table matters.settings (
  district_id integer not null,
  id uuid not null,
  procedure_id text not null,
  clock text not null,
  amount integer,
  since timestamptz not null,
  reason text not null,
  source text not null,
  set_by uuid,
  set_at timestamptz not null,
  constraint settings_pk primary key (district_id, id),
  constraint settings_amount check (amount > 0),
  constraint settings_reason check (reason <> '' and source <> '')
);
comment on table matters.settings is 'Append-only: every change is kept. The last one that has begun holds for runs that start after it.';
comment on column matters.settings.amount is 'In the unit of the limit; null: from then on what the procedure says holds again.';
comment on column matters.settings.source is 'The paper that says so.';
create index settings_of_procedure on matters.settings (district_id, procedure_id, since, id);
grant select, insert on matters.settings to linli_app;

alter table matters.settings enable row level security;
alter table matters.settings force row level security;
create policy settings_of_district on matters.settings
  using (district_id = nullif(current_setting('app.district', true), '')::int);

alter table matters.clocks add column set_amount integer;
comment on column matters.clocks.set_amount is 'The length that the district had set when this run began; null: the procedure''s own. It stays with the run.';
