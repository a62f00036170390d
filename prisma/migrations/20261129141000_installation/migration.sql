-- The fingerprint of the installation's key (CALLMARK_HASH_KEY), one row, written by the first program that uses the key.
-- With another key callers, webhook secrets and cursors would not be found again.
create table installation (
  only_row boolean primary key default true check (only_row),
  key_fingerprint text not null,
  created_at timestamptz not null default now()
);
grant select on installation to callmark_app;

-- The server may write the row once, and never change it.
create function claim_installation(fingerprint text) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.installation (key_fingerprint) values (fingerprint) on conflict do nothing;
  return (select key_fingerprint from public.installation);
end
$$;
revoke execute on function claim_installation(text) from public;
grant execute on function claim_installation(text) to callmark_app;
