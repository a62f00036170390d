-- From changes to money: the queue, the rollups that drain it, the entries they post and seal.

-- Changes with a meaning for billing that no rollup has posted yet.
create table billing_queue (
  company_id    bigint not null,
  call_id       bigint not null,
  version       integer not null,
  -- Set while a rollup works on the row, inside that rollup's transaction only.
  rollup_number bigint,
  primary key (company_id, call_id, version)
);
create index billing_queue_claimed on billing_queue (company_id, rollup_number) where rollup_number is not null;

-- One row a company, locked by every rollup and every closing: one of them at a time.
create table ledger_head (
  company_id              bigint primary key references company,
  rollup_number           bigint not null default 0,
  digest                  bytea not null,
  -- First day of the last closed month; books close by month and in order.
  closed_through          date check (extract(day from closed_through) = 1),
  revenue_account_id      bigint not null,
  traffic_cost_account_id bigint not null,
  foreign key (company_id, revenue_account_id) references account,
  foreign key (company_id, traffic_cost_account_id) references account
);

create table rollup (
  company_id      bigint not null references company,
  number          bigint not null check (number > 0),
  started_at      timestamptz not null,
  posted_at       timestamptz not null,
  change_count    integer not null,
  entry_count     integer not null,
  previous_digest bytea not null,
  digest          bytea not null,
  primary key (company_id, number)
);

-- Closed months of the books; a month without a row is open.
create table period (
  company_id bigint not null references company,
  month      date not null check (extract(day from month) = 1),
  closed_at  timestamptz not null,
  primary key (company_id, month)
);

-- Movements that do not stem from a call: payments, refunds, adjustments, write-offs, opening balances.
create table document (
  company_id        bigint not null,
  number            bigint not null check (number > 0),
  revision          integer not null check (revision > 0),
  kind              text not null,
  dated             date not null,
  debit_account_id  bigint not null,
  credit_account_id bigint not null,
  amount_minor      bigint not null check (amount_minor > 0),
  actor_type        text not null,
  actor_id          bigint,
  created_at        timestamptz not null,
  primary key (company_id, number, revision),
  foreign key (company_id, debit_account_id) references account,
  foreign key (company_id, credit_account_id) references account
);

-- Value moving between two accounts. The key is what the entry stems from, so a second posting of it cannot exist:
-- source 'call': number = call id, version = the change's; source 'document': number and revision of the document.
create table entry (
  company_id        bigint not null,
  number            bigint not null,
  rollup_number     bigint not null,
  debit_account_id  bigint not null,
  credit_account_id bigint not null,
  amount_minor      bigint not null check (amount_minor > 0),
  version           integer not null,
  offsets_version   integer,
  -- The month of the books, and the month the service was rendered in.
  period            date not null,
  service_month     date not null,
  source            text not null check (source in ('call', 'document')),
  kind              text not null,
  offsets_kind      text,
  primary key (company_id, source, number, version, kind),
  foreign key (company_id, debit_account_id) references account,
  foreign key (company_id, credit_account_id) references account,
  foreign key (company_id, source, number, offsets_version, offsets_kind) references entry,
  check ((offsets_version is null) = (offsets_kind is null)),
  check (kind not in ('charge', 'payout') or offsets_kind is null),
  check (kind <> 'credit' or (offsets_kind is not null and offsets_kind = 'charge')),
  check (kind <> 'clawback' or (offsets_kind is not null and offsets_kind = 'payout')),
  check (debit_account_id <> credit_account_id)
);
-- Each charge and each payout is taken back at most once.
create unique index entry_offset_once on entry (company_id, source, number, offsets_version, offsets_kind) where offsets_version is not null;

-- What the entries add up to, per account and month. A cache: it can be rebuilt from the entries.
create table balance (
  company_id   bigint not null,
  account_id   bigint not null,
  period       date not null,
  debit_minor  numeric(30) not null default 0,
  credit_minor numeric(30) not null default 0,
  primary key (company_id, account_id, period),
  foreign key (company_id, account_id) references account
) with (fillfactor = 70);

create trigger entry_append_only before update or delete on entry
  for each row execute function public.refuse_rewrite();
create trigger entry_never_truncated before truncate on entry
  for each statement execute function public.refuse_rewrite();
create trigger rollup_append_only before update or delete on rollup
  for each row execute function public.refuse_rewrite();
create trigger rollup_never_truncated before truncate on rollup
  for each statement execute function public.refuse_rewrite();
create trigger document_append_only before update or delete on document
  for each row execute function public.refuse_rewrite();
create trigger document_never_truncated before truncate on document
  for each statement execute function public.refuse_rewrite();

alter table billing_queue enable row level security;
alter table billing_queue force row level security;
create policy company_wall on billing_queue using (company_id = public.current_company());
alter table ledger_head enable row level security;
alter table ledger_head force row level security;
create policy company_wall on ledger_head using (company_id = public.current_company());
alter table rollup enable row level security;
alter table rollup force row level security;
create policy company_wall on rollup using (company_id = public.current_company());
alter table period enable row level security;
alter table period force row level security;
create policy company_wall on period using (company_id = public.current_company());
alter table document enable row level security;
alter table document force row level security;
create policy company_wall on document using (company_id = public.current_company());
alter table entry enable row level security;
alter table entry force row level security;
create policy company_wall on entry using (company_id = public.current_company());
alter table balance enable row level security;
alter table balance force row level security;
create policy company_wall on balance using (company_id = public.current_company());

grant select, insert, update, delete on billing_queue to callmark_app;
grant select, insert, update on ledger_head, balance to callmark_app;
grant select, insert on rollup, period, document, entry to callmark_app;
