-- Calls that convert by themselves: the settings documents they are judged by, transcripts, why each was judged so,
-- and the addresses at which phone systems, voice agents and buyers post.

-- Who edited the settings, and the whole document of that version.
alter table rule_set add column settings jsonb not null default '{}';
alter table rule_set add column actor_type text not null default 'system' check (actor_type in ('member', 'api_key', 'system'));
alter table rule_set add column actor_id bigint;
alter table rule_set add column note text check (length(note) between 1 and 500);
create index rule_set_of_buyer_in_force on rule_set (company_id, buyer_id, valid_from desc) where buyer_id is not null;

-- A pair's own terms that end: from then on the default holds again.
alter table terms add column withdrawn boolean not null default false;

alter table call_person add column transcript jsonb not null default '[]';

-- Why a side converted or did not: every mechanism and rule that was asked, with what was wanted and seen. Erasable,
-- since it quotes tokens and transcripts.
create table evaluation (
  company_id   bigint not null,
  call_id      bigint not null,
  side         text not null check (side in ('buyer', 'offer')),
  number       integer not null check (number > 0),
  evaluated_at timestamptz not null,
  -- The version of the settings it was judged by; null where there was none.
  rule_set_id  bigint,
  -- The place of the step that converts; null where none holds.
  converting   integer,
  steps        jsonb not null,
  primary key (company_id, call_id, side, number),
  foreign key (company_id, call_id) references call,
  foreign key (company_id, rule_set_id) references rule_set
);
alter table evaluation alter column company_id set statistics 0;

-- An address at which an outside system posts: a source of calls, or a buyer who says how its calls went.
create table webhook_endpoint (
  company_id        bigint not null references company,
  id                bigint generated always as identity,
  provider          text not null,
  name              text not null check (length(name) between 1 and 200),
  offer_id          bigint,
  traffic_source_id bigint,
  buyer_id          bigint,
  time_zone         text,
  -- How a body that cannot be changed is read: our field → where it stands.
  mapping           jsonb not null default '{}',
  created_at        timestamptz not null,
  paused_at         timestamptz,
  primary key (company_id, id),
  foreign key (company_id, offer_id) references offer,
  foreign key (company_id, traffic_source_id) references traffic_source,
  foreign key (company_id, buyer_id) references buyer,
  check (provider <> 'buyer' or buyer_id is not null),
  check (provider = 'buyer' or offer_id is not null)
);
create unique index webhook_endpoint_of_buyer on webhook_endpoint (company_id, buyer_id) where provider = 'buyer';
alter table webhook_endpoint alter column company_id set statistics 0;

-- Signatures are checked with the secret itself, so it is kept, sealed with a key that is not in the database.
create table webhook_secret (
  company_id  bigint not null,
  endpoint_id bigint not null,
  number      integer not null check (number > 0),
  sealed      bytea not null,
  created_at  timestamptz not null,
  -- Set on the one before when a new one is made: until then both hold.
  valid_until timestamptz,
  primary key (company_id, endpoint_id, number),
  foreign key (company_id, endpoint_id) references webhook_endpoint
);
alter table webhook_secret alter column company_id set statistics 0;

-- The key in the address leads to the company, so it is looked up before the company is known.
create table webhook_key (
  key_hash    bytea primary key check (length(key_hash) = 32),
  company_id  bigint not null references company,
  endpoint_id bigint not null,
  created_at  timestamptz not null default now(),
  revoked_at  timestamptz
);
create index webhook_key_of_company on webhook_key (company_id, endpoint_id);

-- What arrived, and what became of it. Erasable: the payload holds callers.
create table webhook_event (
  company_id   bigint not null,
  id           bigint generated always as identity,
  endpoint_id  bigint not null,
  received_at  timestamptz not null,
  signature    text not null check (signature in ('valid', 'missing', 'wrong', 'too_old', 'not_checked')),
  status       integer not null,
  outcome      text not null check (outcome in ('taken', 'repeated', 'ignored', 'waiting', 'refused')),
  problem      text,
  content_type text,
  query        text not null default '',
  headers      jsonb not null default '{}',
  payload      bytea not null,
  -- What it was turned into: calls and facts, or the statement.
  result       jsonb not null default '[]',
  primary key (company_id, id),
  foreign key (company_id, endpoint_id) references webhook_endpoint
);
create index webhook_event_newest on webhook_event (company_id, endpoint_id, received_at desc, id desc);
alter table webhook_event alter column company_id set statistics 0;

-- What a source told of a call, event by event: the call's facts are a function of all of them, whatever the order.
create table reported_fact (
  company_id  bigint not null,
  call_key    text not null check (length(call_key) between 1 and 250),
  event_key   text not null check (length(event_key) between 1 and 250),
  endpoint_id bigint not null,
  received_at timestamptz not null,
  report      jsonb not null,
  primary key (company_id, call_key, event_key),
  foreign key (company_id, endpoint_id) references webhook_endpoint
);
alter table reported_fact alter column company_id set statistics 0;

-- What the inbox holds beside what arrived: the statement that waits, the call it looks for, and how it was settled.
alter table inbox add column statement jsonb;
alter table inbox add column sought_uuid uuid;
alter table inbox add column endpoint_id bigint;
alter table inbox add column settlement text check (settlement in ('accepted', 'applied', 'dismissed'));
alter table inbox add column settled_by_type text;
alter table inbox add column settled_by_id bigint;
create index inbox_sought on inbox (company_id, sought_uuid) where settled_at is null and sought_uuid is not null;
create index inbox_of_call on inbox (company_id, call_id) where settled_at is null and call_id is not null;

alter table evaluation enable row level security;
alter table evaluation force row level security;
create policy company_wall on evaluation using (company_id = public.current_company());
alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy company_wall on webhook_endpoint using (company_id = public.current_company());
alter table webhook_secret enable row level security;
alter table webhook_secret force row level security;
create policy company_wall on webhook_secret using (company_id = public.current_company());
alter table webhook_event enable row level security;
alter table webhook_event force row level security;
create policy company_wall on webhook_event using (company_id = public.current_company());
alter table reported_fact enable row level security;
alter table reported_fact force row level security;
create policy company_wall on reported_fact using (company_id = public.current_company());

grant select, insert, delete on evaluation to callmark_app;
grant select, insert, update on webhook_endpoint, webhook_secret to callmark_app;
grant select, insert, update (revoked_at) on webhook_key to callmark_app;
grant select, insert, delete on webhook_event to callmark_app;
grant select, insert, delete on reported_fact to callmark_app;
