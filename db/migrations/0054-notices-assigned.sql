-- Who is given a matter by a colleague is told of it.

alter table notices.notices drop constraint notices_kind;
alter table notices.notices add constraint notices_kind
  check (kind in ('offered', 'given', 'step', 'near', 'missed', 'turned', 'unheld', 'assigned'));
