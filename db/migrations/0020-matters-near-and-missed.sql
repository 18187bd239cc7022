-- What happens when a limit is near or missed (将到期、超时): the reminder is noted once for each run, and so is the matter that a miss turned into.

alter table matters.clocks add column near_at timestamptz;
comment on column matters.clocks.near_at is 'When those who are reminded were reminded; once for each run, also when the limit is made longer afterwards.';
alter table matters.clocks add column near_look_at timestamptz;
comment on column matters.clocks.near_look_at is 'Before this instant nobody has to be reminded; null where it has to be worked out, infinity where nobody is.';
alter table matters.clocks add column turned_into uuid;
comment on column matters.clocks.turned_into is 'The matter that was opened because this limit was missed.';

create index clocks_to_remind on matters.clocks (district_id, near_look_at nulls first)
  where ended_at is null and near_at is null and due_at is not null;
create index clocks_to_turn on matters.clocks (district_id, missed_at)
  where ended_at is null and missed_at is not null and turned_into is null;

alter table matters.timeline drop constraint timeline_kind;
alter table matters.timeline add constraint timeline_kind
  check (kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved', 'areaPassed', 'linked', 'drawnForVisit', 'turnedInto'));
