-- One log of what people, keys and the system did, written in the transaction of what it tells. Changes of calls have a
-- log of their own, call_change, which has the same columns and more.
create table audit_entry (
  company_id   bigint not null references company,
  id           bigint generated always as identity,
  recorded_at  timestamptz not null,
  actor_type   text not null check (actor_type in ('member', 'api_key', 'secure_token', 'webhook', 'system')),
  actor_id     bigint,
  -- From where: the client's address, and the request as logs name it.
  address      text,
  request_id   text,
  action       text not null,
  subject_type text not null,
  subject_id   text,
  before       jsonb not null,
  after        jsonb not null,
  primary key (company_id, id)
);
create index audit_entry_of_action on audit_entry (company_id, action, id desc);
create index audit_entry_of_actor on audit_entry (company_id, actor_type, actor_id, id desc);
create index audit_entry_of_subject on audit_entry (company_id, subject_type, subject_id, id desc);
alter table audit_entry alter column company_id set statistics 0;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy company_wall on audit_entry using (company_id = public.current_company());
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function public.refuse_rewrite();
create trigger audit_entry_never_truncated before truncate on audit_entry
  for each statement execute function public.refuse_rewrite();
grant select, insert on audit_entry to callmark_app;
