-- How and when the person who asked hears of it (告知方式): by SMS or mail, at every step or only when there is an answer or something to do.

create table requests.message_choices (
  district_id integer not null,
  matter_id uuid not null,
  channel text not null,
  only_owed boolean not null,
  mail_sealed bytea,
  constraint message_choices_pk primary key (district_id, matter_id),
  constraint message_choices_matter_fk foreign key (district_id, matter_id) references matters.matters (district_id, id),
  constraint message_choices_channel check (channel in ('none', 'sms', 'mail')),
  constraint message_choices_mail_where_needed check ((channel = 'mail') = (mail_sealed is not null))
);
comment on table requests.message_choices is 'What the person chose on the page where they follow it; stands above reporters.messages. Another choice erases the mail address.';
comment on column requests.message_choices.only_owed is 'Told only while it waits for them or has ended, not at every step.';
grant select, insert, update on requests.message_choices to linli_app;
alter table requests.message_choices enable row level security;
alter table requests.message_choices force row level security;
create policy message_choices_with_matter on requests.message_choices using (exists (
  select from matters.matters m where m.district_id = message_choices.district_id and m.id = message_choices.matter_id));
