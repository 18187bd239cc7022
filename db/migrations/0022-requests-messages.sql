-- Whether the person who asked wants messages about it (短信通知); until they say so, they get none.

alter table requests.reporters add column messages text not null default 'none';
alter table requests.reporters add constraint reporters_messages check (messages in ('none', 'sms'));
comment on column requests.reporters.messages is 'Chosen by the person on the page where they follow it; a number left for questions is not used for messages unasked.';
grant update on requests.reporters to linli_app;
