-- The officer of a body (信息员) is told in their post of what the body has to answer.

alter table notices.notices drop constraint notices_kind;
alter table notices.notices add constraint notices_kind
  check (kind in ('offered', 'given', 'step', 'near', 'missed', 'turned', 'unheld', 'assigned', 'entrusted'));
