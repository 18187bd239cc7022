-- What workers mask beyond what is masked by itself (遮盖), and objections to publication (公开异议).

create table requests.masks (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  words text not null,
  kind text not null,
  account_id uuid not null,
  at timestamptz not null,
  constraint masks_pk primary key (district_id, id),
  constraint masks_once unique (district_id, matter_id, words),
  constraint masks_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint masks_kind check (kind in ('name', 'number', 'plate', 'door', 'workplace', 'health', 'child'))
);
comment on table requests.masks is 'Append-only: what was masked once is never shown again. The original stays on the timeline.';
comment on column requests.masks.kind is 'What the words tell of a person; an opinion is none of these.';
grant select, insert on requests.masks to linli_app;

create table requests.objections (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  decision text,
  decided_at timestamptz,
  constraint objections_pk primary key (district_id, matter_id, seq),
  constraint objections_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint objections_decision check (decision in ('keptOff', 'shownAgain')),
  constraint objections_decided check ((decision is null) = (decided_at is null))
);
comment on table requests.objections is 'While one is undecided or was upheld, nothing of the request is public. Reasons stand on the timeline.';
comment on column requests.objections.seq is 'The first, second, … objection to the publication of this request.';
create unique index objections_one_open on requests.objections (district_id, matter_id) where decision is null;
grant select, insert, update on requests.objections to linli_app;

alter table requests.requests add column kept_off boolean not null default false;
comment on column requests.requests.kept_off is 'Whether an objection keeps it off the public pages; follows from requests.objections and is written with it.';
grant update (kept_off) on requests.requests to linli_app;

do $$
declare t text;
begin
  foreach t in array array['masks', 'objections'] loop
    execute format('alter table requests.%I enable row level security', t);
    execute format('alter table requests.%I force row level security', t);
    execute format(
      'create policy %I on requests.%I using (exists (select from matters.matters m where m.district_id = %I.district_id and m.id = %I.matter_id))',
      t || '_with_matter', t, t, t);
  end loop;
end $$;
