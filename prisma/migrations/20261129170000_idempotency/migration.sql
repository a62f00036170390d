-- The first answer to a write under an Idempotency-Key, stored in the transaction of the write and replayed for the same
-- request for 30 days. The key and the request are keyed hashes that include who sent them; the answer is sealed with the
-- installation's key, because it may show a new secret or a caller. Refers to no other table, so that a write never waits
-- for the company's row.
create table idempotency_key (
  company_id   bigint not null,
  key_hash     bytea not null,
  request_hash bytea not null,
  -- Null once personal data in it was erased.
  answer       bytea,
  -- The call that the answer shows, or the calls of a bulk.
  call_id      bigint,
  call_ids     bigint[] not null default '{}',
  created_at   timestamptz not null,
  primary key (company_id, key_hash)
);
create index idempotency_key_of_call on idempotency_key (company_id, call_id) where call_id is not null;
create index idempotency_key_by_time on idempotency_key (company_id, created_at);
alter table idempotency_key alter column company_id set statistics 0;
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy company_wall on idempotency_key using (company_id = public.current_company());
grant select, insert, delete, update (answer) on idempotency_key to callmark_app;
