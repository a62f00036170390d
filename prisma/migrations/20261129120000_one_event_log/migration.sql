-- One log of what arrives from outside: at endpoints, and what callers of the API were refused.
alter table webhook_event rename to inbound_event;
alter table inbound_event rename constraint webhook_event_pkey to inbound_event_pkey;
alter table inbound_event rename constraint webhook_event_signature_check to inbound_event_signature_check;
alter table inbound_event rename constraint webhook_event_outcome_check to inbound_event_outcome_check;
alter table inbound_event rename constraint webhook_event_company_id_endpoint_id_fkey to inbound_event_company_id_endpoint_id_fkey;
alter sequence webhook_event_id_seq rename to inbound_event_id_seq;
alter index webhook_event_newest rename to inbound_event_newest;

-- The sender is an endpoint, or a key or token.
alter table inbound_event alter column endpoint_id drop not null;
alter table inbound_event add column actor_type text check (actor_type in ('api_key', 'secure_token'));
alter table inbound_event add column actor_id bigint;
alter table inbound_event add constraint inbound_event_sender_check
  check (num_nonnulls(endpoint_id, actor_type) = 1 and (actor_type is null) = (actor_id is null));
create index inbound_event_outcome on inbound_event (company_id, outcome, id desc) where outcome <> 'applied';
-- Without an endpoint, the company itself is what the row refers to.
alter table inbound_event add foreign key (company_id) references company;
