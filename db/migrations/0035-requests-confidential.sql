-- Who asks may keep from the offices complained of who they are (保密), and may ask for somebody else (代人反映).

alter table requests.requests add column confidential boolean not null default false;
alter table requests.requests add column behalf text not null default 'self';
alter table requests.requests add constraint requests_behalf
  check (behalf in ('self', 'family', 'neighbour', 'stairwellHead', 'other'));
comment on column requests.requests.behalf is 'What the person who asks is to the person it is about; no name is kept of either.';
