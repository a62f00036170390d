-- A start that is corrected takes along what no rollup has posted: the queue says with which day a change is billed.

-- The day of the call in the zone of the company, and how often a corrected start has moved it.
alter table billing_queue add column service_date date;
alter table billing_queue add column moves integer not null default 0;

-- Rows from before this migration. The owner passes the wall for these statements only.
alter table billing_queue no force row level security;
alter table call_change no force row level security;
update billing_queue set service_date = call_change.service_date
from call_change
where call_change.company_id = billing_queue.company_id and call_change.call_id = billing_queue.call_id
  and call_change.version = billing_queue.version;
alter table billing_queue force row level security;
alter table call_change force row level security;
alter table billing_queue alter column service_date set not null;

-- Every move of a change that waited; the last one says with which day it was billed.
create table billing_move (
  company_id   bigint not null,
  call_id      bigint not null,
  version      integer not null,
  place        integer not null check (place > 0),
  service_date date not null,
  primary key (company_id, call_id, version, place),
  foreign key (company_id, call_id, version) references call_change
);
alter table billing_move alter column company_id set statistics 0;
create trigger billing_move_append_only before update or delete on billing_move
  for each row execute function public.refuse_rewrite();
create trigger billing_move_never_truncated before truncate on billing_move
  for each statement execute function public.refuse_rewrite();
alter table billing_move enable row level security;
alter table billing_move force row level security;
create policy company_wall on billing_move using (company_id = public.current_company());
grant select, insert on billing_move to callmark_app;

-- Nothing is booked before its service. Entries from before this migration stay as they are.
alter table entry add constraint entry_not_before_service check (booked_on >= service_date) not valid;
