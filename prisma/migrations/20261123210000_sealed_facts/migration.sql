-- What stands beside the entries goes into the chain too: what accounts mean, what settles what, terms, documents' authors,
-- what a closing froze, the company's currency and zone; and of every change that is billed, who made it and when.
-- Links from before this migration keep their seals; what was there before is sealed with the next one.

-- A line for every row that must never change, and the link that sealed it; none yet while it waits for the next link.
create table ledger_fact (
  company_id    bigint not null references company,
  kind          text not null,
  number        bigint not null,
  place         integer not null,
  content       text not null,
  rollup_number bigint,
  primary key (company_id, kind, number, place)
);
create index ledger_fact_of_rollup on ledger_fact (company_id, rollup_number);
alter table ledger_fact alter column company_id set statistics 0;
create trigger ledger_fact_sealed_once before update on ledger_fact
  for each row when (old.rollup_number is not null or new.rollup_number is null
    or (old.company_id, old.kind, old.number, old.place, old.content)
      is distinct from (new.company_id, new.kind, new.number, new.place, new.content))
  execute function public.refuse_rewrite();
create trigger ledger_fact_never_deleted before delete on ledger_fact
  for each row execute function public.refuse_rewrite();
create trigger ledger_fact_never_truncated before truncate on ledger_fact
  for each statement execute function public.refuse_rewrite();

-- SHA-256 over the lines that the link sealed, and over those of the changes that it billed.
alter table rollup add column facts_digest bytea;
alter table rollup add column changes_digest bytea;
-- SHA-256 over what the change says of its author, its time and its call, for the seal of the link that bills it.
alter table billing_queue add column change_digest bytea;

-- Rows from before this migration. The owner passes the wall for these statements only.
alter table account no force row level security;
alter table allocation no force row level security;
alter table billing_profile no force row level security;
alter table billing_queue no force row level security;
alter table call no force row level security;
alter table call_change no force row level security;
alter table document no force row level security;
alter table period no force row level security;
insert into ledger_fact (company_id, kind, number, place, content)
select company_id, 'account', id, 0, concat_ws('|', kind, 'buyer ' || buyer_id, 'source ' || traffic_source_id) from account
union all
select company_id, 'allocation', number, place,
  concat_ws('|', statement_number, amount_minor, extract(epoch from created_at), actor_type, actor_id)
from allocation
union all
select company_id, 'closing', extract(year from month)::bigint * 100 + extract(month from month)::bigint, 0,
  concat_ws('|', encode(sha256(convert_to(preview::text, 'UTF8')), 'hex'), extract(epoch from closed_at), actor_type, actor_id)
from period
union all
select id, 'company', 1, 0, concat_ws('|', currency, time_zone) from company
union all
select company_id, 'document', number, revision,
  concat_ws('|', 'statement ' || statement_number, extract(epoch from created_at), actor_type, actor_id)
from document
union all
select company_id, 'terms', account_id, version,
  concat_ws('|', encode(sha256(convert_to(profile::text, 'UTF8')), 'hex'), extract(epoch from created_at), actor_type, actor_id)
from billing_profile;
update billing_queue set change_digest = sha256(record_send(row(c.call_id, c.version, call.uuid, call.offer_id,
  c.changed_at, c.mechanism, c.actor_type, c.actor_id, c.occurred_at, c.caller_masked,
  c.buyer_mechanism_from, c.buyer_mechanism_to, c.buyer_locked_from, c.buyer_locked_to,
  c.offer_mechanism_from, c.offer_mechanism_to, c.offer_locked_from, c.offer_locked_to)))
from call_change c join call on call.company_id = c.company_id and call.id = c.call_id
where c.company_id = billing_queue.company_id and c.call_id = billing_queue.call_id and c.version = billing_queue.version;
alter table account force row level security;
alter table allocation force row level security;
alter table billing_profile force row level security;
alter table billing_queue force row level security;
alter table call force row level security;
alter table call_change force row level security;
alter table document force row level security;
alter table period force row level security;
alter table billing_queue alter column change_digest set not null;

-- Moving a company to another zone leaves a trace in its books; the zone of the row alone is not to be edited.
create function public.move_company(moved bigint, zone text) returns void
language plpgsql as $$
begin
  perform public.set_company(moved);
  update public.company set time_zone = zone where id = moved;
  insert into public.ledger_fact (company_id, kind, number, place, content)
  select c.id, 'company', (select max(f.number) + 1 from public.ledger_fact f where f.company_id = c.id and f.kind = 'company'),
    0, concat_ws('|', c.currency, c.time_zone)
  from public.company c where c.id = moved;
end
$$;
revoke update (time_zone) on company from callmark_app;

alter table ledger_fact enable row level security;
alter table ledger_fact force row level security;
create policy company_wall on ledger_fact using (company_id = public.current_company());
grant select, insert, update (rollup_number) on ledger_fact to callmark_app;
