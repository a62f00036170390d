-- Search by the last digits of a caller. Row-level security lets an index answer only leakproof comparisons: those of
-- text are, reverse() is not. So the reversed number is stored.
drop index call_person_caller_end;
alter table call_person add column caller_end text generated always as (reverse(caller)) stored;
create index call_person_caller_end on call_person (company_id, caller_end text_pattern_ops);

-- Calls that changed since a time.
create index feed_by_time on feed (company_id, changed_at);
