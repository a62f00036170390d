-- Proofs of the books, and what of a person was erased.

-- A run that derives the ledger again: who asked for it, how far it is, what it found.
create table proof (
  company_id  bigint not null references company,
  id          bigint generated always as identity,
  actor_type  text not null,
  actor_id    bigint,
  started_at  timestamptz not null,
  -- A run that has told nothing for a while died with its server.
  told_at     timestamptz not null,
  finished_at timestamptz,
  percent_done integer not null default 0 check (percent_done between 0 and 100),
  entry_count bigint not null default 0,
  link_count  bigint not null default 0,
  outcome     text check (outcome in ('holds', 'differs', 'failed')),
  -- The first thing that differs, in a sentence.
  difference  text,
  primary key (company_id, id),
  check ((finished_at is null) = (outcome is null))
);
-- However many ask at once, one runs.
create unique index proof_running on proof (company_id) where finished_at is null;
alter table proof alter column company_id set statistics 0;
alter table proof enable row level security;
alter table proof force row level security;
create policy company_wall on proof using (company_id = public.current_company());
grant select, insert, update on proof to callmark_app;

-- Once set, nothing brings the values of the row back, whatever arrives late.
alter table call_person add column erased_at timestamptz;
create function public.keep_erased() returns trigger
language plpgsql as $$
begin
  new.caller := null;
  new.recording_url := null;
  new.tokens := '{}';
  new.transcript := '[]';
  new.erased_at := old.erased_at;
  return new;
end
$$;
create trigger call_person_stays_erased before update on call_person
  for each row when (old.erased_at is not null) execute function public.keep_erased();

-- What an evaluation asked stays; what it saw and heard goes.
create function public.without_what_was_seen(steps jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_agg(
    jsonb_set(step, '{judgement}', (step -> 'judgement') - 'proof' || jsonb_build_object('clauses', (
      select coalesce(jsonb_agg(clause || '{"seen": "erased"}' order by place), '[]')
      from jsonb_array_elements(step -> 'judgement' -> 'clauses') with ordinality as c(clause, place)))) order by place), '[]')
  from jsonb_array_elements(steps) with ordinality as s(step, place)
$$;

grant update (steps) on evaluation to callmark_app;
grant update (query, headers, payload, problem) on webhook_event to callmark_app;
grant update (report) on reported_fact to callmark_app;
