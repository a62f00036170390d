import type pg from "pg";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";
import { connected } from "@/scripts/database/roles.mjs";
import { milliseconds } from "../measure/milliseconds";

const COPY = `
  create table bench_entry (like entry including all);
  create table bench_new_entry (like entry);
  alter table bench_entry enable row level security;
  alter table bench_entry force row level security;
  create policy company_wall on bench_entry using (company_id = public.current_company());
  grant select, insert on bench_entry to callmark_app;
  grant select, insert, truncate on bench_new_entry to callmark_app;`;

/** LIKE does not copy foreign keys and triggers. */
const REST = `
  select format('alter table bench_entry add %s', pg_get_constraintdef(oid)) as statement
    from pg_constraint where conrelid = 'entry'::regclass and contype = 'f'
  union all
  select pg_get_triggerdef(oid) from pg_trigger where tgrelid = 'entry'::regclass and not tgisinternal`;

/** A copy of the entry table that gets the same rows by a plain insert. */
export class EntryTwin {
  static async make(): Promise<EntryTwin> {
    const url = process.env.MIGRATION_URL;
    if (!url) throw new Error("MIGRATION_URL is not set: the role that owns the tables.");
    await connected(url, async (owner) => {
      await owner.query(COPY);
      const { rows } = await owner.query<{ statement: string }>(REST);
      for (const { statement } of rows) {
        await owner.query(statement.replace(/(REFERENCES |ON )(public\.)?entry\b/, "$1bench_entry"));
      }
    });
    return new EntryTwin();
  }

  private lastRollup = 0;

  /** Inserts what rollups posted since the last call; returns the duration of insert and commit. */
  insertNew(company: CompanyId): Promise<number> {
    return connected(env().DATABASE_URL, async (client) => {
      await begin(client, company);
      await client.query("truncate bench_new_entry");
      await client.query(
        "insert into bench_new_entry select * from entry where company_id = $1 and rollup_number > $2",
        [company, this.lastRollup],
      );
      const { rows } = await client.query("select max(rollup_number) as number from bench_new_entry");
      this.lastRollup = Number(rows[0].number);
      await client.query("commit");
      return milliseconds(async () => {
        await begin(client, company);
        await client.query("insert into bench_entry select * from bench_new_entry");
        await client.query("commit");
      });
    });
  }

  bytesAnEntry(company: CompanyId): Promise<number> {
    return connected(env().DATABASE_URL, async (client) => {
      await begin(client, company);
      const { rows } = await client.query(
        `select round(pg_total_relation_size('entry')::numeric / (select sum(entry_count) from rollup)) as bytes`,
      );
      return Number(rows[0].bytes);
    });
  }
}

async function begin(client: pg.Client, company: CompanyId): Promise<void> {
  await client.query("begin");
  await client.query("select set_company($1)", [company]);
}
