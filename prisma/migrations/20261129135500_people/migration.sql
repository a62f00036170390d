-- Members are invited by a link, sign in with a password and a second factor or with a passkey, and have sessions that
-- can be ended. All of it is found before a company is known, as members are.

-- A member without a password was invited and has not accepted yet.
alter table member alter column password_hash drop not null;
-- The secret of the authenticator app, sealed, and the time step of the last code, which works once.
alter table member add column totp_sealed bytea;
alter table member add column totp_last_step bigint not null default 0;
-- SHA-256 of codes that each replace the second factor once.
alter table member add column recovery_code_hashes bytea[] not null default '{}';
grant update (totp_sealed, totp_last_step, recovery_code_hashes) on member to callmark_app;

alter table company add column second_factor_required boolean not null default false;
grant update (second_factor_required) on company to callmark_app;

create table session (
  id           bigint generated always as identity primary key,
  company_id   bigint not null references company,
  member_id    bigint not null references member,
  -- SHA-256 of the secret in the cookie.
  secret_hash  bytea not null unique,
  created_at   timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  address      text,
  user_agent   text not null default ''
);
create index session_of_member on session (member_id, id desc);
grant select, insert, update (last_used_at, ended_at) on session to callmark_app;

-- By a link a member sets the first password (an invitation) or a new one (a reset). It works once.
create table member_link (
  id         bigint generated always as identity primary key,
  company_id bigint not null references company,
  member_id  bigint not null references member,
  kind       text not null check (kind in ('invitation', 'reset')),
  key_hash   bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
create index member_link_of_member on member_link (member_id, id desc);
grant select, insert, update (used_at, revoked_at) on member_link to callmark_app;

create table passkey (
  id            bigint generated always as identity primary key,
  company_id    bigint not null references company,
  member_id     bigint not null references member,
  name          text not null check (length(name) between 1 and 200),
  credential_id bytea not null unique,
  public_key    bytea not null,
  -- Counts signatures, on authenticators that do.
  counter       bigint not null default 0,
  transports    text[] not null default '{}',
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz
);
create index passkey_of_member on passkey (member_id, id);
grant select, insert, delete, update (counter, last_used_at) on passkey to callmark_app;

-- A challenge that an authenticator signs is accepted once.
create table passkey_challenge (
  challenge_hash bytea primary key,
  -- Of whoever adds a passkey; null for signing in.
  member_id      bigint references member,
  expires_at     timestamptz not null
);
create index passkey_challenge_expired on passkey_challenge (expires_at);
grant select, insert, delete on passkey_challenge to callmark_app;
