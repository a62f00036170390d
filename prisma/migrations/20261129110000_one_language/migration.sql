-- Columns and values take the words of the glossary.

-- An inbox item is resolved; "settle" is what a payment does to a statement.
alter table inbox rename column settled_at to resolved_at;
alter table inbox rename column settlement to resolution;
alter table inbox rename column settled_by_type to resolved_by_type;
alter table inbox rename column settled_by_id to resolved_by_id;
-- A statement is a bill.
alter table inbox rename column statement to conversion_update;

alter table update_event rename column words to content;
alter table reported_fact rename column report to facts;
alter table proof rename column told_at to progress_at;

-- The owner passes the wall for these statements only.
alter table webhook_event no force row level security;
alter table webhook_event drop constraint webhook_event_outcome_check;
update webhook_event set outcome = 'applied' where outcome = 'taken';
alter table webhook_event add constraint webhook_event_outcome_check
  check (outcome in ('applied', 'repeated', 'ignored', 'waiting', 'refused'));
alter table webhook_event force row level security;

-- Changes are sealed, so those from before keep their actor type 'hook'.
alter table call_change drop constraint call_change_actor_type_check;
alter table call_change add constraint call_change_actor_type_check
  check (actor_type in ('member', 'api_key', 'secure_token', 'webhook', 'hook', 'system'));
alter table inbox no force row level security;
update inbox set actor_type = 'webhook' where actor_type = 'hook';
alter table inbox force row level security;
alter table token_change no force row level security;
update token_change set actor_type = 'webhook' where actor_type = 'hook';
alter table token_change force row level security;

-- The log of an event names the fields that it reported of each call.
alter table webhook_event no force row level security;
update webhook_event set result = (
  select jsonb_agg(case when call ? 'told' then call - 'told' || jsonb_build_object('reported', call -> 'told') else call end)
  from jsonb_array_elements(result) as call)
where result @? '$[*].told';
alter table webhook_event force row level security;
