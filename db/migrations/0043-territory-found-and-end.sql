-- Areas are also founded, and ended with nothing to follow, by a decision with its day and paper.

alter table territory.area_changes drop constraint area_changes_kind;
alter table territory.area_changes add constraint area_changes_kind
  check (kind in ('merge', 'split', 'rename', 'found', 'end'));
