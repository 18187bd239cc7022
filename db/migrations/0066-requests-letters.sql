-- Requests that come by letter (来信) are taken down like those at the counter (S31).

alter table requests.requests drop constraint requests_channel;
alter table requests.requests add constraint requests_channel
  check (channel in ('site', 'counter', 'telephone', 'doorstep', 'letter', 'onlineMessage', 'open311'));
