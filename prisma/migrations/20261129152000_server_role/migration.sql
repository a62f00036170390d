-- The server's role may do only what the server does. Credentials are read before a company is known, so their tables show
-- all rows; but rows are written for the company of the transaction alone, and members, keys, tokens, sessions and links
-- are inserted, and rights given, by the functions below alone.
do $$
declare
  credentials text;
begin
  foreach credentials in array array['member', 'session', 'member_link', 'passkey', 'api_key', 'secure_token', 'webhook_key'] loop
    execute format('alter table public.%I enable row level security', credentials);
    execute format('create policy found_by_all on public.%I for select using (true)', credentials);
    execute format('create policy company_wall on public.%I using (company_id = public.current_company())', credentials);
  end loop;
end
$$;
alter table company enable row level security;
create policy found_by_all on company for select using (true);
create policy founded_by_all on company for insert with check (true);
create policy company_wall on company for update using (id = public.current_company());

revoke insert on member, session, member_link, api_key, secure_token from callmark_app;
revoke update (email, name, role, grants, disabled_at) on member from callmark_app;
revoke update (name, role, grants) on api_key from callmark_app;
revoke update (name) on secure_token from callmark_app;

-- SHA-256, so that no secret is stored as it is.
alter table api_key add check (octet_length(secret_hash) = 32);
alter table secure_token add check (octet_length(token_hash) = 32);
alter table session add check (octet_length(secret_hash) = 32);
alter table member_link add check (octet_length(key_hash) = 32);

create function public.required_company() returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if public.current_company() is null then
    raise exception 'The transaction speaks for no company.' using errcode = 'invalid_parameter_value';
  end if;
  return public.current_company();
end
$$;

-- Inserts members, API keys or secure tokens of the transaction's company. All rows have the same columns. Returns the ids
-- in the order of the rows.
create function public.insert_credentials(credentials text, new_rows jsonb) returns setof bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  columns text;
begin
  if credentials not in ('member', 'api_key', 'secure_token') then
    raise exception 'There are no such credentials.' using errcode = 'invalid_parameter_value';
  end if;
  select string_agg(format('%I', name), ', ') into columns from jsonb_object_keys(new_rows -> 0) as name;
  if columns is null then
    return;
  end if;
  return query execute format(
    'insert into public.%1$I (company_id, %2$s) select $1, %2$s from jsonb_populate_recordset(null::public.%1$I, $2) returning id',
    credentials, columns) using public.required_company(), new_rows;
end
$$;

create function public.insert_session(of_member bigint, hash bytea, lasts interval, from_address text, agent text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  new_id bigint;
begin
  insert into public.session (company_id, member_id, secret_hash, expires_at, address, user_agent)
  select m.company_id, m.id, hash, now() + lasts, from_address, agent from public.member m
  where m.company_id = public.required_company() and m.id = of_member and m.disabled_at is null
  returning id into new_id;
  if new_id is null then
    raise exception 'The company has no such member who may sign in.' using errcode = 'invalid_parameter_value';
  end if;
  return new_id;
end
$$;

-- Returns when the link expires.
create function public.insert_member_link(of_member bigint, link_kind text, hash bytea, lasts interval) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  expiry timestamptz;
begin
  insert into public.member_link (company_id, member_id, kind, key_hash, expires_at)
  select m.company_id, m.id, link_kind, hash, now() + lasts from public.member m
  where m.company_id = public.required_company() and m.id = of_member
  returning expires_at into expiry;
  if expiry is null then
    raise exception 'The company has no such member.' using errcode = 'invalid_parameter_value';
  end if;
  return expiry;
end
$$;

create function public.change_member(
  changed bigint, new_name text, new_role text, new_grants jsonb, new_disabled_at timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.member set name = new_name, role = new_role, grants = new_grants, disabled_at = new_disabled_at
  where company_id = public.required_company() and id = changed;
  if not found then
    raise exception 'The company has no such member.' using errcode = 'invalid_parameter_value';
  end if;
end
$$;

revoke execute on function public.insert_credentials(text, jsonb) from public;
revoke execute on function public.insert_session(bigint, bytea, interval, text, text) from public;
revoke execute on function public.insert_member_link(bigint, text, bytea, interval) from public;
revoke execute on function public.change_member(bigint, text, text, jsonb, timestamptz) from public;
grant execute on function public.insert_credentials(text, jsonb) to callmark_app;
grant execute on function public.insert_session(bigint, bytea, interval, text, text) to callmark_app;
grant execute on function public.insert_member_link(bigint, text, bytea, interval) to callmark_app;
grant execute on function public.change_member(bigint, text, text, jsonb, timestamptz) to callmark_app;

-- Notes that a credential is in use, at most once a minute, with the rights of whoever asks. One statement: it is no
-- transaction whose outcome a request could miss.
create function public.note_use(used_table text, company bigint, used bigint) returns void
language plpgsql as $$
begin
  perform public.set_company(company);
  execute format(
    'update public.%I set last_used_at = now()
     where company_id = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval ''1 minute'')',
    used_table) using company, used;
end
$$;
revoke execute on function public.note_use(text, bigint, bigint) from public;
grant execute on function public.note_use(text, bigint, bigint) to callmark_app;

-- What waits in the queue leaves it by a rollup alone, which claims its rows first.
create policy claimed_only on billing_queue as restrictive for delete to callmark_app using (rollup_number is not null);
revoke update on billing_queue from callmark_app;
grant update (rollup_number, service_date, moves) on billing_queue to callmark_app;
