-- The language in which the person who asked reads their messages (告知的语言): that of the page where they chose them.

alter table requests.message_choices add column language text not null default 'zh';
alter table requests.message_choices add constraint message_choices_language check (language in ('zh', 'en'));
