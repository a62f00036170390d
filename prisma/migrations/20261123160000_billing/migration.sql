-- Days instead of months: when the service was rendered, and the day the books have it under. The month of the books is
-- that of booked_on; a later day than the service's means that the month of the service was closed.
alter table call_change drop constraint call_change_service_month_check;
alter table call_change rename column service_month to service_date;
-- What a statement may show of a caller for ever.
alter table call_change add column caller_masked text check (length(caller_masked) between 1 and 64);
alter table call add column caller_masked text check (length(caller_masked) between 1 and 64);
create index call_of_buyer on call (company_id, buyer_id, started_at) where buyer_id is not null;
create index call_of_source on call (company_id, traffic_source_id, started_at) where traffic_source_id is not null;

-- The rollup adds up by offer without a look at the calls.
alter table billing_queue add column offer_id bigint;

alter table entry rename column period to booked_on;
alter table entry rename column service_month to service_date;
-- The buyer's or source's own account, which is one of the two.
alter table entry add column party_account_id bigint;
alter table entry add constraint entry_party check (party_account_id in (debit_account_id, credit_account_id));

-- Rows from before this migration. The owner passes the wall and the guards for these statements only.
alter table call no force row level security;
alter table call_person no force row level security;
alter table call_change no force row level security;
alter table call_change disable trigger call_change_append_only;
alter table billing_queue no force row level security;
alter table entry no force row level security;
alter table account no force row level security;
alter table entry disable trigger entry_append_only;
update call set caller_masked = '…' || case when length(d.digits) < 7 then '' else right(d.digits, 4) end
from (select company_id, call_id, regexp_replace(caller, '[^0-9]', '', 'g') as digits from call_person where caller is not null) d
where d.company_id = call.company_id and d.call_id = call.id;
update call_change set caller_masked = call.caller_masked
from call where call.company_id = call_change.company_id and call.id = call_change.call_id;
update billing_queue set offer_id = call.offer_id
from call where call.company_id = billing_queue.company_id and call.id = billing_queue.call_id;
update entry set party_account_id = account.id
from account where account.company_id = entry.company_id and account.id in (entry.debit_account_id, entry.credit_account_id)
  and account.kind in ('buyer_receivable', 'traffic_source_payable');
alter table entry enable trigger entry_append_only;
alter table call_change enable trigger call_change_append_only;
alter table billing_queue alter column offer_id set not null;

-- Duplicates of it are stored once: what one rollup books on a day for a party costs little more than its place.
create index entry_of_account on entry (company_id, party_account_id, booked_on, rollup_number);
create index entry_of_rollup on entry using brin (company_id, rollup_number) with (pages_per_range = 32, autosummarize = on);
-- What was posted for a month that was closed already: few, so it costs the others nothing.
create index entry_correction on entry (company_id, service_date, rollup_number, number, version) where booked_on > service_date;

drop table balance;
create table balance (
  company_id   bigint not null,
  account_id   bigint not null,
  booked_on    date not null,
  kind         text not null,
  -- 0 where no call stands behind the entries.
  offer_id     bigint not null,
  entry_count  bigint not null default 0,
  debit_minor  numeric(30) not null default 0,
  credit_minor numeric(30) not null default 0,
  primary key (company_id, account_id, booked_on, kind, offer_id),
  foreign key (company_id, account_id) references account
) with (fillfactor = 70);
insert into balance (company_id, account_id, booked_on, kind, offer_id, entry_count, debit_minor, credit_minor)
select e.company_id, m.account_id, e.booked_on, e.kind, coalesce(c.offer_id, 0), count(*), sum(m.debit), sum(m.credit)
from entry e
left join call c on c.company_id = e.company_id and e.source = 'call' and c.id = e.number
cross join lateral (values
  (e.debit_account_id, e.amount_minor, 0), (e.credit_account_id, 0, e.amount_minor)
) as m(account_id, debit, credit)
group by 1, 2, 3, 4, 5;
alter table balance alter column company_id set statistics 0;
alter table balance enable row level security;
alter table balance force row level security;
create policy company_wall on balance using (company_id = public.current_company());
grant select, insert, update on balance to callmark_app;

alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check check (kind in (
  'buyer_receivable', 'traffic_source_payable', 'revenue', 'traffic_cost',
  'cash_clearing', 'adjustments', 'bad_debt', 'opening_balances', 'tax'));
insert into account (company_id, kind) select id, 'tax' from company;

alter table call force row level security;
alter table call_person force row level security;
alter table call_change force row level security;
alter table billing_queue force row level security;
alter table entry force row level security;
alter table account force row level security;

-- A link of the chain posts entries, closes a month, or issues statements; its digest covers whichever it does.
alter table rollup add column duration_ms integer not null default 0;
alter table rollup add column revenue_minor numeric(30) not null default 0;
alter table rollup add column payout_minor numeric(30) not null default 0;
alter table rollup add column closes date check (extract(day from closes) = 1);
alter table rollup add column statements_digest bytea;

alter table period add column rollup_number bigint;
alter table period add column actor_type text not null default 'system';
alter table period add column actor_id bigint;
-- What the preview said when the month was closed.
alter table period add column preview jsonb not null default '{}';
create trigger period_append_only before update or delete on period
  for each row execute function public.refuse_rewrite();
create trigger period_never_truncated before truncate on period
  for each statement execute function public.refuse_rewrite();

alter table document add column party_account_id bigint not null;
alter table document add column rollup_number bigint not null;
-- A tax line belongs to the statement that it was issued with.
alter table document add column statement_number bigint;
alter table document add foreign key (company_id, party_account_id) references account;
-- What a client calls its request, and what it asked for: a repeated one is answered with the document that stands.
alter table document add column request_id uuid;
alter table document add column request_digest bytea;
create unique index document_of_request on document (company_id, request_id) where request_id is not null;
create index document_of_account on document (company_id, party_account_id, number);
create index document_of_rollup on document (company_id, rollup_number);

-- Free text about a document. Erasable.
create table document_note (
  company_id bigint not null,
  number     bigint not null,
  revision   integer not null,
  reference  text check (length(reference) between 1 and 200),
  reason     text check (length(reason) between 1 and 2000),
  primary key (company_id, number, revision),
  foreign key (company_id, number, revision) references document
);
alter table document_note alter column company_id set statistics 0;

create table statement (
  company_id      bigint not null,
  number          bigint not null check (number > 0),
  account_id      bigint not null,
  -- The statement of the same party before it.
  previous_number bigint,
  cycle_start     date not null,
  cycle_end       date not null,
  -- It holds every entry booked by the end of its cycle and posted up to this rollup, less what the one before holds.
  through_rollup  bigint not null,
  issued_at       timestamptz not null,
  due_on          date not null,
  currency        text not null,
  opening_minor   numeric(30) not null,
  closing_minor   numeric(30) not null,
  -- What it bills by itself: its lines without payments, refunds and write-offs. Allocations settle this amount.
  billed_minor    numeric(30) not null,
  entry_count     bigint not null,
  -- How its page, PDF and CSV are laid out; a layout never changes once statements have it.
  layout          integer not null,
  -- Both parties' details, terms and tax lines, and the lines summed up by kind and offer, as they were.
  frozen          jsonb not null,
  -- All entries of the account so far by kind and offer: what the next statement starts from.
  cumulative      jsonb not null,
  digest          bytea not null,
  rollup_number   bigint not null,
  actor_type      text not null,
  actor_id        bigint,
  primary key (company_id, number),
  unique (company_id, account_id, cycle_end),
  foreign key (company_id, account_id) references account,
  foreign key (company_id, previous_number) references statement,
  check (cycle_start <= cycle_end)
);
alter table statement alter column company_id set statistics 0;
create trigger statement_append_only before update or delete on statement
  for each row execute function public.refuse_rewrite();
create trigger statement_never_truncated before truncate on statement
  for each statement execute function public.refuse_rewrite();

-- What of a payment settles which statement; taken back by a row with the opposite sign.
create table allocation (
  company_id       bigint not null,
  number           bigint not null,
  place            integer not null check (place > 0),
  statement_number bigint not null,
  amount_minor     bigint not null check (amount_minor <> 0),
  created_at       timestamptz not null,
  actor_type       text not null,
  actor_id         bigint,
  primary key (company_id, number, place),
  foreign key (company_id, statement_number) references statement
);
create index allocation_of_statement on allocation (company_id, statement_number);
alter table allocation alter column company_id set statistics 0;
create trigger allocation_append_only before update or delete on allocation
  for each row execute function public.refuse_rewrite();
create trigger allocation_never_truncated before truncate on allocation
  for each statement execute function public.refuse_rewrite();

-- A party's details, cycle and terms of payment; the newest version is in force.
create table billing_profile (
  company_id bigint not null,
  account_id bigint not null,
  version    integer not null check (version > 0),
  profile    jsonb not null,
  created_at timestamptz not null,
  actor_type text not null,
  actor_id   bigint,
  primary key (company_id, account_id, version),
  foreign key (company_id, account_id) references account
);
alter table billing_profile alter column company_id set statistics 0;

create table cap (
  company_id        bigint not null references company,
  id                bigint generated always as identity,
  buyer_id          bigint,
  traffic_source_id bigint,
  -- Null counts the calls of every offer.
  offer_id          bigint,
  measure           text not null check (measure in ('conversions', 'revenue', 'attempts', 'connections', 'concurrency')),
  span              text not null check (span in ('hour', 'day', 'month', 'total', 'now')),
  -- Calls, or minor units of the currency.
  limit_amount      bigint not null check (limit_amount between 0 and 999999999999999),
  stops_automatic   boolean not null default false,
  time_zone         text not null,
  created_at        timestamptz not null,
  actor_type        text not null,
  actor_id          bigint,
  withdrawn_at      timestamptz,
  primary key (company_id, id),
  foreign key (company_id, buyer_id) references buyer,
  foreign key (company_id, traffic_source_id) references traffic_source,
  foreign key (company_id, offer_id) references offer,
  check (num_nonnulls(buyer_id, traffic_source_id) = 1),
  check ((measure = 'concurrency') = (span = 'now')),
  check (not stops_automatic or measure in ('conversions', 'revenue'))
);
create index cap_of_buyer on cap (company_id, buyer_id) where buyer_id is not null and withdrawn_at is null;
create index cap_of_source on cap (company_id, traffic_source_id) where traffic_source_id is not null and withdrawn_at is null;
alter table cap alter column company_id set statistics 0;

-- Standing conversions, or their money, counted as they come and go; the row is what concurrent conversions queue at.
create table cap_usage (
  company_id   bigint not null,
  cap_id       bigint not null,
  window_start timestamptz not null,
  used         bigint not null,
  primary key (company_id, cap_id, window_start),
  foreign key (company_id, cap_id) references cap
) with (fillfactor = 70);
alter table cap_usage alter column company_id set statistics 0;

-- That personal values were erased, of how many calls and why; not whose.
create table erasure (
  company_id     bigint not null references company,
  id             bigint generated always as identity,
  erased_at      timestamptz not null,
  started_before timestamptz,
  caller_hash    bytea,
  call_count     integer not null,
  actor_type     text not null,
  actor_id       bigint,
  primary key (company_id, id)
);
alter table erasure alter column company_id set statistics 0;
alter table company add column erase_after_days integer check (erase_after_days between 1 and 36500);
-- Stands on the company's statements: legal name, address, tax number.
alter table company add column billing_details jsonb not null default '{}';
grant update (erase_after_days, billing_details) on company to callmark_app;

alter table document_note enable row level security;
alter table document_note force row level security;
create policy company_wall on document_note using (company_id = public.current_company());
alter table statement enable row level security;
alter table statement force row level security;
create policy company_wall on statement using (company_id = public.current_company());
alter table allocation enable row level security;
alter table allocation force row level security;
create policy company_wall on allocation using (company_id = public.current_company());
alter table billing_profile enable row level security;
alter table billing_profile force row level security;
create policy company_wall on billing_profile using (company_id = public.current_company());
alter table cap enable row level security;
alter table cap force row level security;
create policy company_wall on cap using (company_id = public.current_company());
alter table cap_usage enable row level security;
alter table cap_usage force row level security;
create policy company_wall on cap_usage using (company_id = public.current_company());
alter table erasure enable row level security;
alter table erasure force row level security;
create policy company_wall on erasure using (company_id = public.current_company());

grant select, insert, update, delete on document_note to callmark_app;
grant select, insert on statement, allocation, billing_profile, erasure to callmark_app;
grant select, insert, update on cap, cap_usage to callmark_app;
