-- People who sign in: passwords with a life, second factor, listed sessions, tries counted by device and network, links to
-- a single sign-on, what happened to an account, and residents who sign in with a code sent to their phone.

alter table accounts.accounts
  add column state text not null default 'active',
  add column must_change_password boolean not null default false,
  add column password_set_at timestamptz,
  add constraint accounts_state check (state in ('active', 'locked', 'ended'));
comment on column accounts.accounts.state is 'active; locked: closed by an administrator and can be opened again; ended: for good.';
comment on column accounts.accounts.must_change_password is 'The password was given by somebody else and is good only for choosing one''s own.';
comment on column accounts.accounts.failed_attempts is 'Not used since 0011: tries are counted in accounts.attempts.';
comment on column accounts.accounts.locked_until is 'Not used since 0011: tries are counted in accounts.attempts.';
grant update (state, must_change_password, password_hash, password_set_at) on accounts.accounts to linli_app;

alter table accounts.sessions
  add column id uuid not null default gen_random_uuid(),
  add column device text not null default '',
  add column way text not null default 'password',
  add column awaits_factor boolean not null default false,
  add constraint sessions_id unique (district_id, id),
  add constraint sessions_way check (way in ('password', 'sso', 'demo'));
comment on column accounts.sessions.id is 'Names the session on screens; the token cannot be told from it.';
comment on column accounts.sessions.device is 'Browser and system in words, as the browser says them; no address, no place.';
comment on column accounts.sessions.awaits_factor is 'The password was right, the code of the second factor is still to come: opens nothing.';

create table accounts.attempts (
  district_id integer not null,
  subject bytea not null,
  failed integer not null,
  since timestamptz not null,
  closed_until timestamptz,
  constraint attempts_pk primary key (district_id, subject)
);
comment on table accounts.attempts is 'Tries to sign in, counted before the secret is looked at.';
comment on column accounts.attempts.subject is 'SHA-256 of what is counted: a login in a network, a login, a network, or a known device.';
create index attempts_by_age on accounts.attempts (district_id, since);
grant select, insert, update, delete on accounts.attempts to linli_app;

create table accounts.devices (
  district_id integer not null,
  token_hash bytea not null,
  account_id uuid not null,
  last_used_at timestamptz not null,
  constraint devices_pk primary key (district_id, token_hash, account_id),
  constraint devices_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id)
);
comment on table accounts.devices is 'Browsers in which somebody has signed in before: there, strangers'' wrong guesses elsewhere close nothing.';
create index devices_by_account on accounts.devices (district_id, account_id);
grant select, insert, update (last_used_at), delete on accounts.devices to linli_app;

create table accounts.factors (
  district_id integer not null,
  account_id uuid not null,
  secret_sealed bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint factors_pk primary key (district_id, account_id),
  constraint factors_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id)
);
comment on column accounts.factors.confirmed_at is 'Null until a first code has shown that the person''s device has the key.';
comment on column accounts.factors.last_step is 'Number of the last half minute whose code was accepted; none is accepted twice.';
grant select, insert, update, delete on accounts.factors to linli_app;

create table accounts.recovery_codes (
  district_id integer not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_codes_pk primary key (district_id, account_id, code_hash),
  constraint recovery_codes_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id)
);
comment on column accounts.recovery_codes.code_hash is 'Keyed hash; the code itself was shown once.';
grant select, insert, update (used_at), delete on accounts.recovery_codes to linli_app;

create table accounts.factor_requirements (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  by_account_id uuid not null,
  reach text not null,
  post_kinds text[] not null default '{}',
  grace_days integer not null,
  constraint factor_requirements_pk primary key (district_id, id),
  constraint factor_requirements_reach check (reach in ('nobody', 'postKinds', 'everybody')),
  constraint factor_requirements_grace check (grace_days between 0 and 90)
);
comment on table accounts.factor_requirements is 'Append-only: who must have a second factor, decided by whom and when; the last row holds.';
create index factor_requirements_newest on accounts.factor_requirements (district_id, at desc, id desc);
grant select, insert on accounts.factor_requirements to linli_app;

create table accounts.sso_links (
  district_id integer not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamptz not null,
  linked_by_account_id uuid not null,
  constraint sso_links_pk primary key (district_id, issuer, subject),
  constraint sso_links_one_per_account unique (district_id, account_id, issuer),
  constraint sso_links_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id)
);
comment on table accounts.sso_links is 'Which subject of which provider is which account; made beforehand by the person or an administrator, never guessed.';
grant select, insert, delete on accounts.sso_links to linli_app;

create table accounts.account_events (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  kind text not null,
  by_account_id uuid,
  reason text,
  told_at timestamptz,
  constraint account_events_pk primary key (district_id, id),
  constraint account_events_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id),
  constraint account_events_kind check (kind in ('created', 'passwordChanged', 'passwordReset', 'factorSet', 'factorRemoved',
    'factorReset', 'recoveryCodesMade', 'recoveryCodeUsed', 'newDevice', 'sessionsEnded', 'locked', 'unlocked', 'ended', 'linked', 'unlinked'))
);
comment on table accounts.account_events is 'What was done to an account. Added to and read; only the mark that the person was told is ever set.';
comment on column accounts.account_events.by_account_id is 'The administrator; null: the person themself.';
create index account_events_by_account on accounts.account_events (district_id, account_id, at desc, id desc);
grant select, insert, update (told_at) on accounts.account_events to linli_app;

create table accounts.phone_codes (
  district_id integer not null,
  flow_hash bytea not null,
  phone_index bytea not null,
  phone_sealed bytea not null,
  code_hash bytea not null,
  tries integer not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint phone_codes_pk primary key (district_id, flow_hash)
);
comment on table accounts.phone_codes is 'Codes sent to phones. Each belongs to the browser that asked for it, so nobody uses up another''s tries.';
create index phone_codes_by_age on accounts.phone_codes (district_id, expires_at);
grant select, insert, update (tries), delete on accounts.phone_codes to linli_app;

create table accounts.resident_sessions (
  district_id integer not null,
  token_hash bytea not null,
  phone_index bytea not null,
  phone_sealed bytea not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint resident_sessions_pk primary key (district_id, token_hash),
  constraint resident_sessions_token_hash_length check (octet_length(token_hash) = 32)
);
comment on table accounts.resident_sessions is 'Residents who entered the code sent to their phone. A table and a cookie of their own, apart from staff.';
create index resident_sessions_by_age on accounts.resident_sessions (district_id, expires_at);
grant select, insert, update (last_seen_at), delete on accounts.resident_sessions to linli_app;

do $$
declare t text;
begin
  foreach t in array array['attempts', 'devices', 'factors', 'recovery_codes', 'factor_requirements', 'sso_links',
    'account_events', 'phone_codes', 'resident_sessions'] loop
    execute format('alter table accounts.%I enable row level security', t);
    execute format('alter table accounts.%I force row level security', t);
    execute format(
      'create policy %I on accounts.%I using (district_id = nullif(current_setting(''app.district'', true), '''')::int)',
      t || '_of_district', t);
  end loop;
end $$;
