-- A command that is sent again because it got no answer takes no second turn of its sender's pace (限速不重复计).

alter table requests.paces add column command_id uuid;
comment on column requests.paces.command_id is 'The command that took the last turn; sent again, it takes none.';
