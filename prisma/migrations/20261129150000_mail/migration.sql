-- When owners and admins were last mailed about what needs somebody, so that each thing is told at most once a day.
create table alert (
  company_id bigint not null references company,
  kind       text not null check (kind in ('rollup_late', 'proof_failed', 'endpoint_silent')),
  -- Of an endpoint; 0 for what concerns the company as a whole.
  subject_id bigint not null,
  sent_at    timestamptz not null,
  primary key (company_id, kind, subject_id)
);
alter table alert alter column company_id set statistics 0;
alter table alert enable row level security;
alter table alert force row level security;
create policy company_wall on alert using (company_id = public.current_company());
grant select, insert, update (sent_at) on alert to callmark_app;
