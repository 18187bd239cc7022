-- Wrong follow codes are counted by network and number in requests.paces (查询码试错), so that nobody closes a number to its owner.

comment on table requests.code_attempts is 'Not used since 0057: wrong codes are counted in requests.paces.';
comment on table requests.paces is 'How full the bucket of a sender, or of wrong follow codes, was at an instant. Forgotten after a day.';
comment on column requests.paces.subject is 'Keyed hash of a person, an address of the network, a client, or a number and a network; none can be read from it.';
alter table requests.paces add constraint paces_kind
  check (kind in ('person', 'address', 'client', 'codeHere', 'codeNumber', 'codeNetwork'));
