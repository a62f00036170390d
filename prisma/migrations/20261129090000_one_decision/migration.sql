-- One decision under one lock: whatever conversions are decided on can be locked and read in the transaction that writes
-- them, and says afterwards by which rule and evaluation it was made.

-- Calls of one caller are decided one after the other where a duplicate window looks at them. A row a caller, to be locked;
-- it refers to nothing, since a new caller must not wait for the row of the company.
create table caller (
  company_id bigint not null,
  hash       bytea not null check (length(hash) = 32),
  primary key (company_id, hash)
);
alter table caller alter column company_id set statistics 0;

-- What has to be known of settings without reading them: how far back their rules look, and the tokens that price.
alter table rule_set add column duplicate_window_seconds integer not null default 0;
alter table rule_set add column amount_tokens text[] not null default '{}';
alter table rule_set no force row level security;
update rule_set set
  duplicate_window_seconds = coalesce((
    select max((rule -> 'duplicates' ->> 'seconds')::integer)
    from jsonb_array_elements(coalesce(settings -> 'rules', '[]')) as rule), 0),
  amount_tokens = coalesce((
    select array_agg(distinct rule -> 'amount' ->> 'token')
    from jsonb_array_elements(coalesce(settings -> 'rules', '[]')) as rule
    where rule -> 'amount' ->> 'kind' = 'token'), '{}');
alter table rule_set force row level security;
create index rule_set_with_duplicate_window on rule_set (company_id) where duplicate_window_seconds > 0;
create index rule_set_with_amount_tokens on rule_set (company_id) where amount_tokens <> '{}';

-- A call is known by its integration and the provider's own id of it; one that the API recorded, by its external id alone.
alter table call add column integration_id bigint;
alter table call add column buyer_decided_version integer;
alter table call add column offer_decided_version integer;
-- A cap kept the side from converting by itself: it is proposed when the cap has room again.
alter table call add column buyer_stopped_by_cap boolean not null default false;
alter table call add column offer_stopped_by_cap boolean not null default false;
alter table call add foreign key (company_id, integration_id) references webhook_endpoint;
alter table call drop constraint call_company_id_external_id_key;
alter table call no force row level security;
alter table reported_fact no force row level security;
alter table webhook_endpoint no force row level security;
update call set integration_id = f.endpoint_id
from (select distinct company_id, call_key, endpoint_id from reported_fact) f
where call.company_id = f.company_id and call.external_id = f.call_key;
-- The provider's own id, without the provider's name before it.
update call set external_id = substr(call.external_id, length(e.provider) + 2)
from webhook_endpoint e
where e.company_id = call.company_id and e.id = call.integration_id
  and starts_with(call.external_id, e.provider || ':');
update reported_fact f set call_key = substr(f.call_key, length(e.provider) + 2)
from webhook_endpoint e
where e.company_id = f.company_id and e.id = f.endpoint_id and starts_with(f.call_key, e.provider || ':');
alter table call force row level security;
alter table reported_fact force row level security;
alter table webhook_endpoint force row level security;
create unique index call_of_integration on call (company_id, integration_id, external_id) nulls not distinct
  where external_id is not null;
create index call_by_external_id on call (company_id, external_id) where external_id is not null;
create index call_stopped_of_buyer on call (company_id, buyer_id, started_at) where buyer_stopped_by_cap;
create index call_stopped_of_source on call (company_id, traffic_source_id, started_at) where offer_stopped_by_cap;
alter table call drop constraint call_revenue_from_check;
alter table call add constraint call_revenue_from_check check (revenue_from in ('stated', 'stated_by_buyer', 'rule', 'terms'));

-- Events are those of one integration: two of one provider may use the same ids.
alter table reported_fact drop constraint reported_fact_pkey;
alter table reported_fact add primary key (company_id, endpoint_id, call_key, event_key);

-- The rule that decided or priced each side, and the evaluation in which it held.
alter table call_change add column buyer_rule_id bigint;
alter table call_change add column offer_rule_id bigint;
alter table call_change add column buyer_evaluation integer;
alter table call_change add column offer_evaluation integer;

-- An event is read again as it came.
alter table webhook_event add column method text not null default 'POST';

-- Who set tokens, each from what to what. Erasable.
create table token_change (
  company_id bigint not null,
  call_id    bigint not null,
  number     integer not null check (number > 0),
  changed_at timestamptz not null,
  mechanism  text not null,
  actor_type text not null,
  actor_id   bigint,
  -- Name → { "from": text or null, "to": text }.
  tokens     jsonb not null,
  primary key (company_id, call_id, number),
  foreign key (company_id, call_id) references call
);
alter table token_change alter column company_id set statistics 0;

-- Updates under a name of their sender, and what they said: the same words again are a repetition, others a correction.
drop table stated_event;
create table update_event (
  company_id  bigint not null,
  call_id     bigint not null,
  mechanism   text not null,
  kind        text not null check (kind in ('event_id', 'reference', 'unnamed')),
  name        text not null check (length(name) between 1 and 200),
  number      integer not null check (number > 0),
  -- Digest of what the update said.
  words       text not null,
  occurred_at timestamptz,
  received_at timestamptz not null,
  outcome     text not null check (outcome in ('applied', 'older', 'held')),
  primary key (company_id, call_id, mechanism, kind, name, number),
  foreign key (company_id, call_id) references call
);
alter table update_event alter column company_id set statistics 0;

-- The same again counts up on the newest item of its topic: of one sender about one call, or about no call that is known.
alter table inbox add column times integer not null default 1;
alter table inbox add column last_received_at timestamptz;
alter table inbox add column topic bytea;
alter table inbox add column fingerprint bytea;
alter table inbox no force row level security;
update inbox set reason = 'would_revert' where reason = 'would_fall';
alter table inbox force row level security;
create index inbox_by_topic on inbox (company_id, topic, received_at) where settled_at is null and topic is not null;

alter table caller enable row level security;
alter table caller force row level security;
create policy company_wall on caller using (company_id = public.current_company());
alter table token_change enable row level security;
alter table token_change force row level security;
create policy company_wall on token_change using (company_id = public.current_company());
alter table update_event enable row level security;
alter table update_event force row level security;
create policy company_wall on update_event using (company_id = public.current_company());

grant select, insert, update on caller to callmark_app;
grant select, insert, update (tokens), delete on token_change to callmark_app;
grant select, insert, update (name) on update_event to callmark_app;
