-- Those who joined in (附议) are written to like whoever asked first; what nobody holds (无人承办) is told to whoever can mend it.

alter table notices.notices drop constraint notices_kind;
alter table notices.notices add constraint notices_kind
  check (kind in ('offered', 'given', 'step', 'near', 'missed', 'turned', 'unheld'));

create table notices.joined_news (
  district_id integer not null,
  matter_id uuid not null,
  cause text not null,
  made_at timestamptz not null,
  constraint joined_news_pk primary key (district_id, matter_id, cause)
);
comment on table notices.joined_news is 'News of a matter in which others joined, until their messages stand in the outbox; written in the transaction of the step, which does not see their matters.';
grant select, insert, update, delete on notices.joined_news to linli_app;
alter table notices.joined_news enable row level security;
alter table notices.joined_news force row level security;
create policy joined_news_of_district on notices.joined_news using (district_id = current_setting('app.district', true)::int);
