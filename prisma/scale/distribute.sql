-- Distributes the tables over the workers of a Citus cluster, by company. Run it on the coordinator as a superuser, in
-- the database that the migrations have run on, and again after every migration that adds a table.
-- Local to the coordinator: _prisma_migrations, installation, request_count, sign_in_throttle and the schema of graphile-worker.

-- Append-only tables have triggers. These use only their own statement, so they are safe on shards.
set citus.enable_unsafe_triggers = on;
-- Otherwise Citus silently converts a local table that refers to a reference table.
set citus.enable_local_reference_table_foreign_keys = off;
-- One connection per worker: a table with foreign keys to a reference table cannot be created in parallel in one
-- transaction.
set citus.multi_shard_modify_mode = 'sequential';

begin;

create function pg_temp.make_global(name regclass) returns void language plpgsql as $$
begin
  if not exists (select from pg_dist_partition where logicalrelid = name) then
    perform create_reference_table(name);
  end if;
end
$$;

create function pg_temp.spread_by_company(name regclass) returns void language plpgsql as $$
begin
  if not exists (select from pg_dist_partition where logicalrelid = name) then
    perform create_distributed_table(name, 'company_id');
  end if;
end
$$;

select pg_temp.make_global('company');
select pg_temp.make_global('member');
select pg_temp.make_global('session');
select pg_temp.make_global('member_link');
select pg_temp.make_global('passkey');
select pg_temp.make_global('passkey_challenge');
select pg_temp.make_global('api_key');
select pg_temp.make_global('secure_token');
select pg_temp.make_global('webhook_key');

select pg_temp.spread_by_company('offer');
select pg_temp.spread_by_company('buyer');
select pg_temp.spread_by_company('traffic_source');
select pg_temp.spread_by_company('account');
select pg_temp.spread_by_company('rule_set');
select pg_temp.spread_by_company('terms');
select pg_temp.spread_by_company('webhook_endpoint');
select pg_temp.spread_by_company('call');
select pg_temp.spread_by_company('call_person');
select pg_temp.spread_by_company('call_change');
select pg_temp.spread_by_company('change_note');
select pg_temp.spread_by_company('update_event');
select pg_temp.spread_by_company('token_change');
select pg_temp.spread_by_company('caller');
select pg_temp.spread_by_company('billing_queue');
select pg_temp.spread_by_company('billing_move');
select pg_temp.spread_by_company('ledger_head');
select pg_temp.spread_by_company('rollup');
select pg_temp.spread_by_company('ledger_fact');
select pg_temp.spread_by_company('period');
select pg_temp.spread_by_company('document');
select pg_temp.spread_by_company('entry');
select pg_temp.spread_by_company('balance');
select pg_temp.spread_by_company('inbox');
select pg_temp.spread_by_company('evaluation');
select pg_temp.spread_by_company('webhook_secret');
select pg_temp.spread_by_company('inbound_event');
select pg_temp.spread_by_company('reported_fact');
select pg_temp.spread_by_company('document_note');
select pg_temp.spread_by_company('statement');
select pg_temp.spread_by_company('allocation');
select pg_temp.spread_by_company('billing_profile');
select pg_temp.spread_by_company('cap');
select pg_temp.spread_by_company('cap_usage');
select pg_temp.spread_by_company('erasure');
select pg_temp.spread_by_company('proof');
select pg_temp.spread_by_company('audit_entry');
select pg_temp.spread_by_company('alert');
select pg_temp.spread_by_company('company_logo');
select pg_temp.spread_by_company('idempotency_key');
select pg_temp.spread_by_company('batch');
select pg_temp.spread_by_company('batch_call');
select pg_temp.spread_by_company('feed_head');
select pg_temp.spread_by_company('feed_queue');
select pg_temp.spread_by_company('feed');
select pg_temp.spread_by_company('outbound_endpoint');
select pg_temp.spread_by_company('delivery');
select pg_temp.spread_by_company('delivery_attempt');

-- set_company() uses SET LOCAL on the coordinator; this passes it on to the workers.
do $$
begin
  execute format('alter database %I set citus.propagate_set_commands = %L', current_database(), 'local');
end
$$;

commit;
