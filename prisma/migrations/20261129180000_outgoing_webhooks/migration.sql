-- Where Callmark posts what happened, and what is to be posted there.
create table outbound_endpoint (
  company_id           bigint not null references company,
  id                   bigint generated always as identity,
  name                 text not null check (length(name) between 1 and 200),
  url                  text not null check (length(url) between 1 and 2000),
  events               text[] not null check (cardinality(events) > 0),
  -- Whose endpoint it is; all null for the company's own.
  offer_id             bigint,
  buyer_id             bigint,
  traffic_source_id    bigint,
  -- Which events it receives: lists of offers, buyers, traffic sources and mechanisms; without a list all.
  filters              jsonb not null default '{}',
  state                text not null default 'active' check (state in ('active', 'paused', 'disabled', 'deleted')),
  -- Posts are signed with the secret itself, so it is stored, sealed with a key that is not in the database.
  secret_sealed        bytea not null,
  -- Signs beside the new one until the receiver has it.
  previous_sealed      bytea,
  previous_valid_until timestamptz,
  created_at           timestamptz not null,
  -- Since when every attempt failed; null after a success.
  failing_since        timestamptz,
  primary key (company_id, id),
  foreign key (company_id, offer_id) references offer,
  foreign key (company_id, buyer_id) references buyer,
  foreign key (company_id, traffic_source_id) references traffic_source,
  check (num_nonnulls(offer_id, buyer_id, traffic_source_id) <= 1)
);
alter table outbound_endpoint alter column company_id set statistics 0;

-- One event for one endpoint, written in the transaction of what it reports.
create table delivery (
  company_id      bigint not null,
  endpoint_id     bigint not null,
  -- What the event is about, such as a call. Its events are delivered in order of their number.
  subject         text not null,
  number          integer not null check (number > 0),
  -- The same over all attempts, and for all endpoints.
  event_id        uuid not null,
  event           text not null,
  occurred_at     timestamptz not null,
  body            text not null,
  state           text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
  next_attempt_at timestamptz not null,
  -- A dispatcher is sending it; after that time another may.
  leased_until    timestamptz,
  give_up_at      timestamptz not null,
  attempts        integer not null default 0,
  -- Since it was queued or sent again; decides how long the next attempt waits.
  failures        integer not null default 0,
  delivered_at    timestamptz,
  primary key (company_id, endpoint_id, subject, number),
  unique (company_id, endpoint_id, event_id),
  foreign key (company_id, endpoint_id) references outbound_endpoint
);
create index delivery_due on delivery (company_id, endpoint_id, next_attempt_at) where state = 'waiting';
create index delivery_newest on delivery (company_id, endpoint_id, occurred_at desc, event_id desc);
create index delivery_missing on delivery (company_id, endpoint_id, occurred_at desc, event_id desc) where state <> 'delivered';
alter table delivery alter column company_id set statistics 0;

create table delivery_attempt (
  company_id   bigint not null,
  endpoint_id  bigint not null,
  event_id     uuid not null,
  number       integer not null check (number > 0),
  attempted_at timestamptz not null,
  milliseconds integer not null,
  url          text not null,
  headers      jsonb not null,
  -- Null without an answer.
  status       integer,
  -- Why it failed; null for a success.
  problem      text,
  -- The beginning of what was answered.
  answer       text not null,
  primary key (company_id, endpoint_id, event_id, number),
  foreign key (company_id, endpoint_id, event_id) references delivery (company_id, endpoint_id, event_id)
);
alter table delivery_attempt alter column company_id set statistics 0;

alter table outbound_endpoint enable row level security;
alter table outbound_endpoint force row level security;
create policy company_wall on outbound_endpoint using (company_id = public.current_company());
alter table delivery enable row level security;
alter table delivery force row level security;
create policy company_wall on delivery using (company_id = public.current_company());
alter table delivery_attempt enable row level security;
alter table delivery_attempt force row level security;
create policy company_wall on delivery_attempt using (company_id = public.current_company());
grant select, insert, update on outbound_endpoint to callmark_app;
grant select, insert, update, delete on delivery to callmark_app;
grant select, insert, delete on delivery_attempt to callmark_app;
