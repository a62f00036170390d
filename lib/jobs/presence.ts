import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { env } from "@/lib/platform/config/env";

/** The first key of our advisory locks; the second is the hash of a worker pool's id. */
const LOCK = 72_115_003;
const CONNECT_AGAIN_MS = 500;
/** Longer than a living server takes to hold its locks again after the database restarted. */
const GRACE = "30 seconds";

const HOLD = `select pg_advisory_lock(${LOCK}, hashtext(id)) from unnest($1::text[]) id`;
const LET_GO = `select pg_advisory_unlock(${LOCK}, hashtext($1))`;
const RELEASE_DEAD = `
  with dead as (
    select distinct locked_by as id from graphile_worker._private_jobs j
    where locked_at < now() - interval '${GRACE}' and not exists (
      select from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.classid = ${LOCK} and l.objsubid = 2
        and l.database = (select oid from pg_database where datname = current_database())
        and l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295))
  select graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`;

/**
 * Tells other servers which worker pools are alive: a session of the database holds a lock for each, and loses it with the
 * process. Jobs that are locked by a pool without one belong to a process that was killed.
 */
export class Presence {
  private readonly pools = new Set<string>();
  private client: pg.Client | null = null;
  private ended: Promise<void> = Promise.resolve();
  private isOver = false;

  static async open(): Promise<Presence> {
    const presence = new Presence();
    await presence.connect().catch(() => {});
    void presence.stayConnected();
    return presence;
  }

  /** Without a connection the pool is held with the next one. */
  async hold(pool: string): Promise<void> {
    this.pools.add(pool);
    await this.client?.query(HOLD, [[pool]]).catch(() => {});
  }

  async letGo(pool: string): Promise<void> {
    this.pools.delete(pool);
    await this.client?.query(LET_GO, [pool]).catch(() => {});
  }

  /** Gives back the jobs of dead processes; those that may not be tried again stay as failed. */
  async releaseDead(): Promise<void> {
    await this.client?.query(RELEASE_DEAD);
  }

  async close(): Promise<void> {
    this.isOver = true;
    await this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: env().WORKER_DATABASE_URL ?? env().DATABASE_URL });
    client.on("error", () => {});
    this.ended = new Promise((resolve) => client.once("end", resolve));
    await client.connect();
    await client.query(HOLD, [[...this.pools]]);
    this.client = client;
  }

  private async stayConnected(): Promise<void> {
    while (!this.isOver) {
      await this.ended;
      this.client = null;
      await sleep(CONNECT_AGAIN_MS, undefined, { ref: false });
      if (!this.isOver) await this.connect().catch(() => {});
    }
  }
}
