-- The language in which the person who asked reads their messages (短信的语言): that of the page where they chose them.

alter table requests.reporters add column language text not null default 'zh';
alter table requests.reporters add constraint reporters_language check (language in ('zh', 'en'));
