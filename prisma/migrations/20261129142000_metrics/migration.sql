-- What an installation as a whole tells about itself: sums and durations, nothing of any one company. It reads with the
-- rights of whoever asks, one company after the other, so that it needs no right of its own. At most 10,000 rows of each kind are
-- looked at per company, so that reading costs little however much has piled up.
create function public.operating_figures(
  out queue_length bigint,
  out queue_seconds double precision,
  out rollup_lag_seconds double precision,
  out inbox_open bigint,
  out delivery_lag_seconds double precision
)
language plpgsql as $$
declare
  company_of_turn bigint;
  waiting bigint;
  oldest timestamptz;
  last_posted timestamptz;
  open_items bigint;
  due_since timestamptz;
begin
  queue_length := 0;
  queue_seconds := 0;
  rollup_lag_seconds := 0;
  inbox_open := 0;
  delivery_lag_seconds := 0;
  for company_of_turn in select c.id from public.company c order by c.id loop
    perform public.set_company(company_of_turn);

    select count(*), min(c.changed_at) into waiting, oldest
      from (select q.call_id, q.version from public.billing_queue q where q.company_id = company_of_turn limit 10000) q
      join public.call_change c
        on c.company_id = company_of_turn and c.call_id = q.call_id and c.version = q.version;
    if waiting > 0 then
      select r.posted_at into last_posted
        from public.rollup r where r.company_id = company_of_turn order by r.number desc limit 1;
      queue_length := queue_length + waiting;
      queue_seconds := greatest(queue_seconds, extract(epoch from clock_timestamp() - oldest));
      rollup_lag_seconds :=
        greatest(rollup_lag_seconds, extract(epoch from clock_timestamp() - greatest(oldest, last_posted)));
    end if;

    select count(*) into open_items from (
      select from public.inbox i where i.company_id = company_of_turn and i.resolved_at is null limit 10000
    ) open_item;
    inbox_open := inbox_open + open_items;

    -- These tables come with outgoing webhooks, in a later migration.
    select min(d.next_attempt_at) into due_since
      from public.outbound_endpoint e
      cross join lateral (
        select next_attempt_at from public.delivery
        where delivery.company_id = company_of_turn and delivery.endpoint_id = e.id and delivery.state = 'waiting'
        order by next_attempt_at limit 1
      ) d
      where e.company_id = company_of_turn and e.state = 'active';
    delivery_lag_seconds := greatest(delivery_lag_seconds, extract(epoch from clock_timestamp() - due_since));
  end loop;
  perform pg_catalog.set_config('callmark.company_id', '', true);
end
$$;

revoke execute on function public.operating_figures() from public;
grant execute on function public.operating_figures() to callmark_app;
