-- Calls, what persons left on them, and the append-only log of every change of a conversion.
-- The busy tables reach their company through the rows they refer to: a key on the company itself would be checked
-- against one and the same row by every insert.

-- A side's columns: the flag, its party, its amount and where that came from, the decision, the lock.
create table call (
  company_id              bigint not null,
  id                      bigint generated always as identity,
  uuid                    uuid not null default gen_random_uuid(),
  external_id             text check (length(external_id) between 1 and 200),
  caller_hash             bytea,
  offer_id                bigint not null,
  traffic_source_id       bigint,
  buyer_id                bigint,
  started_at              timestamptz not null,
  answered_at             timestamptz,
  ended_at                timestamptz,
  duration_seconds        integer check (duration_seconds >= 0),
  connected_seconds       integer check (connected_seconds >= 0),
  created_at              timestamptz not null default now(),

  -- The number of the last change; 0 before the first.
  version                 integer not null default 0,

  buyer_converted         boolean not null default false,
  buyer_mechanism         text,
  buyer_explicit          boolean not null default false,
  buyer_decided_at        timestamptz,
  buyer_stated_at         timestamptz,
  buyer_rule_id           bigint,
  buyer_locked            boolean not null default false,
  revenue_minor           bigint not null default 0 check (revenue_minor between 0 and 999999999999999),
  revenue_from            text check (revenue_from in ('stated', 'rule', 'terms')),

  offer_converted         boolean not null default false,
  offer_mechanism         text,
  offer_explicit          boolean not null default false,
  offer_decided_at        timestamptz,
  offer_stated_at         timestamptz,
  offer_rule_id           bigint,
  offer_locked            boolean not null default false,
  payout_minor            bigint not null default 0 check (payout_minor between 0 and 999999999999999),
  payout_from             text check (payout_from in ('stated', 'rule', 'terms')),
  payout_terms_id         bigint,

  -- The versions that opened the standing charge and the standing payout.
  charge_version          integer,
  payout_version          integer,

  primary key (company_id, id),
  unique (company_id, uuid),
  unique (company_id, external_id),
  foreign key (company_id, offer_id) references offer,
  foreign key (company_id, traffic_source_id) references traffic_source,
  foreign key (company_id, buyer_id) references buyer,
  foreign key (company_id, payout_terms_id) references terms,
  check (not buyer_converted or buyer_id is not null),
  check (not offer_converted or traffic_source_id is not null),
  check ((charge_version is not null) = (buyer_converted and revenue_minor > 0)),
  check ((payout_version is not null) = (offer_converted and payout_minor > 0)),
  check (answered_at is null or answered_at >= started_at),
  check (ended_at is null or ended_at >= coalesce(answered_at, started_at))
) with (fillfactor = 80);
create index call_by_start on call (company_id, started_at desc, id desc);
create index call_by_caller on call (company_id, caller_hash, started_at desc) where caller_hash is not null;

-- What a person could be known by. Erased without touching money.
create table call_person (
  company_id    bigint not null,
  call_id       bigint not null,
  caller        text check (length(caller) between 1 and 64),
  recording_url text check (length(recording_url) between 1 and 2000),
  tokens        jsonb not null default '{}',
  primary key (company_id, call_id),
  foreign key (company_id, call_id) references call
);
create index call_person_caller on call_person (company_id, caller text_pattern_ops);
create index call_person_caller_end on call_person (company_id, reverse(caller) text_pattern_ops);

-- One row a save: who, how, old → new, and what it means for billing.
-- `closes_*` name the version whose charge or payout ends here; `charge_*` and `payout_*` say what begins.
create table call_change (
  company_id             bigint not null,
  call_id                bigint not null,
  version                integer not null check (version > 0),
  changed_at             timestamptz not null,
  mechanism              text not null,
  actor_type             text not null check (actor_type in ('member', 'api_key', 'secure_token', 'hook', 'system')),
  actor_id               bigint,
  occurred_at            timestamptz,
  service_month          date not null check (extract(day from service_month) = 1),

  buyer_converted_from   boolean not null,
  buyer_converted_to     boolean not null,
  buyer_mechanism_from   text,
  buyer_mechanism_to     text,
  buyer_locked_from      boolean not null,
  buyer_locked_to        boolean not null,
  buyer_from             bigint,
  buyer_to               bigint,
  revenue_from_minor     bigint not null,
  revenue_to_minor       bigint not null,

  offer_converted_from   boolean not null,
  offer_converted_to     boolean not null,
  offer_mechanism_from   text,
  offer_mechanism_to     text,
  offer_locked_from      boolean not null,
  offer_locked_to        boolean not null,
  traffic_source_from    bigint,
  traffic_source_to      bigint,
  payout_from_minor      bigint not null,
  payout_to_minor        bigint not null,

  closes_charge          integer,
  charge_account_id      bigint,
  charge_minor           bigint check (charge_minor > 0),
  closes_payout          integer,
  payout_account_id      bigint,
  payout_minor           bigint check (payout_minor > 0),

  primary key (company_id, call_id, version),
  foreign key (company_id, call_id) references call,
  foreign key (company_id, charge_account_id) references account,
  foreign key (company_id, payout_account_id) references account,
  check (closes_charge < version and closes_payout < version),
  check ((charge_account_id is null) = (charge_minor is null)),
  check ((payout_account_id is null) = (payout_minor is null))
);
create trigger call_change_append_only before update or delete on call_change
  for each row execute function public.refuse_rewrite();
create trigger call_change_never_truncated before truncate on call_change
  for each statement execute function public.refuse_rewrite();

-- Free text of a change stands apart, so that it can be erased.
create table change_note (
  company_id bigint not null,
  call_id    bigint not null,
  version    integer not null,
  reason     text not null check (length(reason) between 1 and 2000),
  primary key (company_id, call_id, version),
  foreign key (company_id, call_id, version) references call_change
);

-- Statements that carry an event_id: a repetition is recognised by it.
create table stated_event (
  company_id  bigint not null,
  call_id     bigint not null,
  mechanism   text not null,
  event_id    text not null check (length(event_id) between 1 and 200),
  occurred_at timestamptz,
  received_at timestamptz not null,
  outcome     text not null check (outcome in ('applied', 'older', 'held')),
  primary key (company_id, call_id, mechanism, event_id),
  foreign key (company_id, call_id) references call
);

alter table call enable row level security;
alter table call force row level security;
create policy company_wall on call using (company_id = public.current_company());
alter table call_person enable row level security;
alter table call_person force row level security;
create policy company_wall on call_person using (company_id = public.current_company());
alter table call_change enable row level security;
alter table call_change force row level security;
create policy company_wall on call_change using (company_id = public.current_company());
alter table change_note enable row level security;
alter table change_note force row level security;
create policy company_wall on change_note using (company_id = public.current_company());
alter table stated_event enable row level security;
alter table stated_event force row level security;
create policy company_wall on stated_event using (company_id = public.current_company());

grant select, insert, update on call to callmark_app;
grant select, insert, update, delete on call_person, change_note to callmark_app;
grant select, insert on call_change, stated_event to callmark_app;
