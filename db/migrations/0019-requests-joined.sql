-- How many neighbours joined in a public request (附议), so that the public page can say so.

alter table requests.publications add column joined integer not null default 0;
