-- A company's name, zone and currency are changed in the console, and the checklist of its first steps can be put away.
alter table company add column checklist_dismissed_at timestamptz;
grant update (checklist_dismissed_at) on company to callmark_app;

-- The server changes zone and currency by this function alone, so that no change is without its trace in the books. The
-- lock waits for whoever adds a party: without any, there is no amount that another currency would change.
create function public.move_books(moved bigint, new_currency text, new_zone text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  old_currency text;
begin
  perform public.set_company(moved);
  select currency into old_currency from public.company where id = moved for update;
  if new_currency <> old_currency and (
    exists (select from public.buyer where company_id = moved)
    or exists (select from public.offer where company_id = moved)
    or exists (select from public.traffic_source where company_id = moved)
  ) then
    raise exception 'The currency of a company with parties is fixed.' using errcode = 'integrity_constraint_violation';
  end if;
  update public.company set currency = new_currency, time_zone = new_zone where id = moved;
  insert into public.ledger_fact (company_id, kind, number, place, content)
  select c.id, 'company', (select max(f.number) + 1 from public.ledger_fact f where f.company_id = c.id and f.kind = 'company'),
    0, concat_ws('|', c.currency, c.time_zone)
  from public.company c where c.id = moved;
end
$$;
revoke execute on function public.move_books(bigint, text, text) from public;
grant execute on function public.move_books(bigint, text, text) to callmark_app;

-- Logos are kept by their content, since issued statements print theirs for ever.
create table company_logo (
  company_id bigint not null references company,
  digest     bytea not null check (digest = sha256(content)),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content    bytea not null check (octet_length(content) between 1 and 262144),
  created_at timestamptz not null,
  primary key (company_id, digest)
);
alter table company_logo alter column company_id set statistics 0;
alter table company_logo enable row level security;
alter table company_logo force row level security;
create policy company_wall on company_logo using (company_id = public.current_company());
create trigger company_logo_append_only before update or delete on company_logo
  for each row execute function public.refuse_rewrite();
create trigger company_logo_never_truncated before truncate on company_logo
  for each statement execute function public.refuse_rewrite();
grant select, insert on company_logo to callmark_app;
-- The logo of new statements, one of those above.
alter table company add column logo_digest bytea;
grant update (logo_digest) on company to callmark_app;
