-- Alerts for an area by mail (社区消息订阅): asked for, confirmed from the mail itself, ended by one press.

create table openness.subscriptions (
  district_id integer not null,
  id uuid not null,
  mail_sealed bytea,
  mail_index bytea,
  area_code text collate "C" not null,
  category text not null,
  pace text not null,
  language text not null,
  state text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  told_until timestamptz not null,
  constraint subscriptions_pk primary key (district_id, id),
  constraint subscriptions_once unique (district_id, mail_index, area_code, category),
  constraint subscriptions_pace check (pace in ('daily', 'atOnce')),
  constraint subscriptions_language check (language in ('zh', 'en')),
  constraint subscriptions_state check (state in ('asked', 'confirmed', 'ended')),
  constraint subscriptions_address_kept_while_needed check ((state = 'ended') = (mail_sealed is null) and (mail_sealed is null) = (mail_index is null))
);
comment on table openness.subscriptions is 'Who asked to hear of an area by mail. The address is sealed, and erased with the end; what was never confirmed is erased after two days.';
comment on column openness.subscriptions.area_code is 'A community, a sub-district, or empty for the district.';
comment on column openness.subscriptions.told_until is 'Up to which instant news was put into the outbox.';
create index subscriptions_to_tell on openness.subscriptions (district_id, told_until) where state = 'confirmed';
grant select, insert, update, delete on openness.subscriptions to linli_app;
alter table openness.subscriptions enable row level security;
alter table openness.subscriptions force row level security;
create policy subscriptions_of_district on openness.subscriptions
  using (district_id = nullif(current_setting('app.district', true), '')::int);
