-- A buyer that knows no uuid names a call by its caller and time: what waits for such a call is found by the caller's
-- hash, as the call itself is.
alter table inbox add column sought_caller bytea check (length(sought_caller) = 32);
create index inbox_sought_caller on inbox (company_id, sought_caller)
  where settled_at is null and sought_caller is not null;
