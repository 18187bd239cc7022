-- Since when a request is public, so that those who asked to hear of their area hear of it once.

alter table requests.publications add column published_at timestamptz;
update requests.publications set published_at = opened_at;
alter table requests.publications alter column published_at set not null, alter column published_at set default now();
comment on column requests.publications.published_at is 'When its masked form was first shown, or shown again after an objection.';
create index publications_published on requests.publications (district_id, published_at desc);
