-- Whoever does what opens or closes the way in for others shows again that it is still they (敏感操作前确认).

alter table accounts.sessions add column proved_at timestamptz;
comment on column accounts.sessions.proved_at is 'When password and second factor were last given in this session; null: not since it began.';
grant update (proved_at) on accounts.sessions to linli_app;
