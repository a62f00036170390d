import type { ClientBase } from "pg";

const COLUMNS = `
  select c.relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else ' null' end
      || case when a.attidentity = 'a' then ' identity'
              when a.attidentity = 'd' then ' identity that a statement may set'
              when d.adbin is not null then ' default ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '^''(.*)''::[][a-z ]+$', '\\1')
              else '' end as fact
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`;

const KEYS = `
  select c.relname || ': ' || pg_get_constraintdef(k.oid) as fact
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
   where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'f') and c.relname <> '_prisma_migrations'`;

/** Without operator classes, which Prisma ignores for a B-tree. */
const INDEXES = `
  select c.relname || ': ' || regexp_replace(pg_get_indexdef(i.indexrelid), ' ON .* USING btree| text_pattern_ops', '', 'g') as fact,
         x.relname as name,
         i.indpred is not null or i.indexprs is not null or i.indnullsnotdistinct
           or x.relam <> (select oid from pg_am where amname = 'btree') as sql_only
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
   where c.relnamespace = 'public'::regnamespace and not i.indisprimary and c.relname <> '_prisma_migrations'`;

/** The structure of the migrated database, in the format of `factsOfPrisma`. */
export async function factsOfDatabase(client: ClientBase): Promise<string[]> {
  const facts: string[] = [];
  for (const query of [COLUMNS, KEYS, `select fact from (${INDEXES}) as index where not sql_only`]) {
    const { rows } = await client.query<{ fact: string }>(query);
    facts.push(...rows.map((row) => row.fact));
  }
  return facts.sort();
}

/** Partial and expression indexes, which Prisma cannot express and ignores. */
export async function indexesPrismaCannotSay(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from (${INDEXES}) as index where sql_only order by name`,
  );
  return rows.map((row) => row.name);
}
