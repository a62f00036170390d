import { setTimeout as sleep } from "node:timers/promises";
import { listCompanies } from "@/lib/access/sql/lookup";
import type { CompanyId } from "@/lib/base/ids";
import type { Clock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { logOutage } from "@/lib/platform/log/log-outage";
import { causeOfOutage } from "@/lib/platform/sql/cause-of-outage";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { dispatchEndpoint } from "./dispatch-endpoint";
import { listDueEndpoints } from "./sql/claim-deliveries";
import { hasActiveEndpoints } from "./sql/endpoints";

const LOOK_AGAIN_MS = 500;
/** New companies with endpoints are noticed this late, so that the many without cost nothing each time. */
const LIST_COMPANIES_AGAIN_MS = 10_000;

/**
 * Sends deliveries as they become due. Each endpoint is served by itself, so one that answers slowly, or not at all,
 * delays no other. Any number of dispatchers may run: a delivery is claimed by one of them.
 */
export class Dispatcher {
  private readonly serving = new Map<string, Promise<void>>();
  private readonly over = new AbortController();
  private companies: readonly CompanyId[] = [];
  private listedAt = Number.NEGATIVE_INFINITY;
  readonly promise: Promise<void>;

  constructor(private readonly now: Clock) {
    this.promise = this.run();
  }

  /** Waits for posts that are on their way. */
  async stop(): Promise<void> {
    this.over.abort();
    await this.promise;
  }

  private async run(): Promise<void> {
    const { signal } = this.over;
    while (!signal.aborted) {
      await this.look().catch(note);
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
    await Promise.all(this.serving.values());
  }

  private async look(): Promise<void> {
    if (performance.now() - this.listedAt > LIST_COMPANIES_AGAIN_MS) {
      this.companies = await companiesWithEndpoints();
      this.listedAt = performance.now();
    }
    for (const company of this.companies) {
      const due = await readInCompanySql(company, (tx) => listDueEndpoints(tx, this.now()));
      for (const endpointId of due) this.serve(company, endpointId);
    }
  }

  private serve(company: CompanyId, endpointId: number): void {
    const key = `${company} ${endpointId}`;
    if (this.serving.has(key) || this.over.signal.aborted) return;
    const served = dispatchEndpoint(company, endpointId, this.now, () => this.over.signal.aborted)
      .then(() => {}, note)
      .finally(() => this.serving.delete(key));
    this.serving.set(key, served);
  }
}

async function companiesWithEndpoints(): Promise<CompanyId[]> {
  const ids: CompanyId[] = [];
  for (const { id } of await listCompanies()) {
    if (await readInCompanySql(id, hasActiveEndpoints)) ids.push(id);
  }
  return ids;
}

function note(reason: unknown): void {
  const cause = causeOfOutage(reason);
  if (cause !== null) logOutage(cause);
  else log().error({ error: String(reason) }, "outgoing webhooks could not be sent");
}
