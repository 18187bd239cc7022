-- Where a public request lies down to its grid, so that who is about to report the same thing next door is shown it.

alter table requests.publications add column area_code text collate "C";
comment on column requests.publications.area_code is 'Compared with, never shown: the grid of the matter, or its community.';
update requests.publications p set area_code = m.area_code
  from matters.matters m where m.district_id = p.district_id and m.id = p.matter_id;
