-- Whether clients may send add_revenue and add_payout without an Idempotency-Key, as those made for other products do.
alter table company add column deltas_without_key boolean not null default false;
grant update (deltas_without_key) on company to callmark_app;

-- A bulk of updates, or its undoing. Counted up in each transaction of the bulk, so that one whose server died shows what
-- was saved.
create table batch (
  company_id  bigint not null references company,
  id          bigint generated always as identity,
  kind        text not null check (kind in ('bulk', 'undo')),
  actor_type  text not null,
  actor_id    bigint,
  reason      text check (length(reason) <= 2000),
  started_at  timestamptz not null,
  progress_at timestamptz not null,
  finished_at timestamptz,
  received    integer not null default 0,
  changed     integer not null default 0,
  held        integer not null default 0,
  rejected    integer not null default 0,
  -- The batch that this one undoes, and the batch that undid this one.
  undoes      bigint,
  undone_by   bigint,
  primary key (company_id, id)
);
alter table batch alter column company_id set statistics 0;
alter table batch enable row level security;
alter table batch force row level security;
create policy company_wall on batch using (company_id = public.current_company());
grant select, insert, update (reason, progress_at, finished_at, received, changed, held, rejected, undone_by) on batch
  to callmark_app;

-- A call that a batch changed: its versions before and after, and what stood before. A call that somebody else changed
-- in between keeps the first version after, so that undoing leaves it alone.
create table batch_call (
  company_id   bigint not null,
  batch_id     bigint not null,
  call_id      bigint not null,
  from_version integer not null,
  to_version   integer not null check (to_version > from_version),
  before       jsonb not null,
  primary key (company_id, batch_id, call_id),
  foreign key (company_id, batch_id) references batch (company_id, id)
);
alter table batch_call alter column company_id set statistics 0;
alter table batch_call enable row level security;
alter table batch_call force row level security;
create policy company_wall on batch_call using (company_id = public.current_company());
grant select, insert, update (to_version) on batch_call to callmark_app;
