-- Who may connect, which company a transaction speaks for, and the global tables
-- that are read before a company is known.

-- The server logs in as a role that is granted this one: never owner, never superuser.
do $$
begin
  create role callmark_app nologin;
exception
  when duplicate_object then null;
end
$$;

grant usage on schema public to callmark_app;

-- SET LOCAL inside a function reaches every shard; set_config(…, true) does not.
create function public.set_company(company bigint) returns void
language plpgsql as $$
begin
  execute format('set local callmark.company_id = %L', company);
end
$$;

create function public.current_company() returns bigint
language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('callmark.company_id', true), '')::bigint
$$;

-- Append-only tables carry this trigger besides lacking the grants, so that the owner cannot slip either.
create function public.refuse_rewrite() returns trigger
language plpgsql as $$
begin
  raise exception 'This table is append-only: add a row that corrects, never change or delete one.'
    using errcode = 'integrity_constraint_violation';
end
$$;

create table company (
  id         bigint generated always as identity primary key,
  name       text not null check (length(name) between 1 and 200),
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone  text not null,
  created_at timestamptz not null default now()
);

create table member (
  id            bigint generated always as identity primary key,
  company_id    bigint not null references company,
  email         text not null check (length(email) between 3 and 254),
  name          text not null check (length(name) between 1 and 200),
  role          text not null,
  -- Exceptions from the role: { "call.revenue": "read", … }.
  grants        jsonb not null default '{}',
  password_hash text not null,
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz
);
create unique index member_email on member (lower(email));

create table api_key (
  id          bigint generated always as identity primary key,
  company_id  bigint not null references company,
  key_id      text not null unique,
  -- SHA-256 of a secret with more than 200 bits of its own: nothing to stretch, nothing to guess.
  secret_hash bytea not null unique,
  name        text not null check (length(name) between 1 and 200),
  role        text not null,
  grants      jsonb not null default '{}',
  created_at  timestamptz not null default now(),
  revoked_at  timestamptz
);

create table secure_token (
  id         bigint generated always as identity primary key,
  company_id bigint not null references company,
  token_hash bytea not null unique,
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Failed log-ins per address, shared by all servers (the table of rate-limiter-flexible).
create table sign_in_throttle (
  key    text primary key,
  points integer not null default 0,
  expire timestamptz
);

-- The currency of a company is fixed: every amount of it is in minor units of that currency.
grant select, insert, update (name, time_zone) on company to callmark_app;
-- Members and credentials never change their company.
grant select, insert, update (email, name, role, grants, password_hash, disabled_at) on member to callmark_app;
grant select, insert, update (name, role, grants, revoked_at) on api_key to callmark_app;
grant select, insert, update (name, revoked_at) on secure_token to callmark_app;
grant select, insert, update, delete on sign_in_throttle to callmark_app;
