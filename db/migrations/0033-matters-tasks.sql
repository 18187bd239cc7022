-- Tasks: a step opens a matter of another procedure for another body, and is told of what comes of it.

alter table matters.matters add column open_tasks integer not null default 0;
comment on column matters.matters.open_tasks is 'How many of the tasks that its steps opened have not ended.';
alter table matters.matters add constraint matters_open_tasks check (open_tasks >= 0);

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved', 'areaPassed', 'linked', 'drawnForVisit', 'turnedInto', 'taskMoved'));

alter table matters.links drop constraint links_kind;
alter table matters.links add constraint links_kind check (kind in ('duplicateOf', 'mergedInto', 'supports', 'partOf', 'taskOf', 'takesUp'));
drop index matters.links_one_end;
create unique index links_one_end on matters.links (district_id, from_matter_id) where kind in ('duplicateOf', 'mergedInto', 'supports');
create unique index links_one_giver on matters.links (district_id, from_matter_id) where kind = 'taskOf';
