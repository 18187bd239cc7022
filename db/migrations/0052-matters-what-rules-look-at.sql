-- What a rule of a procedure may look at: how many joined in a matter or were merged into it, how many of its tasks came to nothing.

alter table matters.matters add column supporters integer not null default 0;
comment on column matters.matters.supporters is 'Links of matters that ended in this one, straight; counted from its timeline.';
alter table matters.matters add constraint matters_supporters check (supporters >= 0);
-- The owner counts for every district.
alter table matters.matters no force row level security;
alter table matters.links no force row level security;
update matters.matters m set supporters = l.n
from (select district_id, to_matter_id, count(*)::int as n from matters.links
  where kind in ('duplicateOf', 'mergedInto', 'supports') group by district_id, to_matter_id) l
where l.district_id = m.district_id and l.to_matter_id = m.id;
alter table matters.links force row level security;
alter table matters.matters force row level security;

-- Earlier entries do not say with what a task ended: what stands there is counted from this release on.
alter table matters.matters add column unmet_tasks integer not null default 0;
comment on column matters.matters.unmet_tasks is 'How many of the tasks ended with why not, or kept on the books; counted from its timeline.';
alter table matters.matters add constraint matters_unmet_tasks check (unmet_tasks >= 0);
