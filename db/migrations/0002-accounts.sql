-- Who signs in (账号) and for how long (会话).

create schema accounts;
grant usage on schema accounts to linli_app;

create table accounts.accounts (
  district_id integer not null,
  id uuid not null,
  login text not null,
  name_zh text not null,
  name_en text not null,
  password_hash text,
  is_demo boolean not null default false,
  failed_attempts smallint not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  constraint accounts_pk primary key (district_id, id),
  constraint accounts_login_unique unique (district_id, login),
  constraint accounts_login_shape check (login ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
  constraint accounts_demo_has_no_password check (not is_demo or password_hash is null)
);
comment on column accounts.accounts.password_hash is 'scrypt$N$r$p$salt$hash in base64url; null: nobody can sign in with a password.';
comment on column accounts.accounts.is_demo is 'An invented person whom anyone may sign in as with one click.';
comment on column accounts.accounts.failed_attempts is 'Attempts counted since the last success; each is counted before its password is looked at.';
grant select, insert, update (failed_attempts, locked_until) on accounts.accounts to linli_app;

create table accounts.sessions (
  district_id integer not null,
  token_hash bytea not null,
  account_id uuid not null,
  acting_post_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sessions_pk primary key (district_id, token_hash),
  constraint sessions_account_fk foreign key (district_id, account_id) references accounts.accounts (district_id, id),
  constraint sessions_token_hash_length check (octet_length(token_hash) = 32)
);
create index sessions_by_account on accounts.sessions (district_id, account_id);
comment on column accounts.sessions.token_hash is 'SHA-256 of the token; the token itself is only in the browser.';
comment on column accounts.sessions.acting_post_id is 'The post the person acts in; bodies says at every request whether they still hold it.';
grant select, insert, delete, update (acting_post_id, last_seen_at) on accounts.sessions to linli_app;

alter table accounts.accounts enable row level security;
alter table accounts.accounts force row level security;
create policy accounts_of_district on accounts.accounts
  using (district_id = current_setting('app.district')::int);

-- A token names its district, so a session is found inside one district like any other row: no way round the wall is needed.
alter table accounts.sessions enable row level security;
alter table accounts.sessions force row level security;
create policy sessions_of_district on accounts.sessions
  using (district_id = current_setting('app.district')::int);
