import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { env } from "@/lib/platform/config/env";
import { pool } from "@/lib/platform/sql/prisma";

/** A conversion is answered in milliseconds, an export takes seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Metrics = ReturnType<typeof create>;

// Next.js bundles some routes separately; all must share one registry.
const shared = globalThis as { callmarkMetrics?: Metrics };

/** What this process counts; null without METRICS_TOKEN, because nobody could read it. */
export function metrics(): Metrics | null {
  if (env().METRICS_TOKEN === undefined) return null;
  shared.callmarkMetrics ??= create();
  return shared.callmarkMetrics;
}

function create() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "callmark_database_connections",
    help: "Connections of this process to PostgreSQL, and requests that wait for one.",
    labelNames: ["state"],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = pool();
      this.set({ state: "open" }, totalCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "waiting" }, waitingCount);
    },
  });
  return {
    registry,
    requestSeconds: new Histogram({
      name: "callmark_http_request_seconds",
      help: "How long requests took, by route and status.",
      labelNames: ["method", "route", "status"],
      buckets: SECONDS,
      registers,
    }),
    decisions: new Counter({
      name: "callmark_conversion_decisions_total",
      help: "Sides whose conversion was set or taken back, by mechanism.",
      labelNames: ["side", "mechanism", "converted"],
      registers,
    }),
    databaseUp: gauge(
      "callmark_database_up",
      "Whether the database answered when this was read; the figures below are NaN otherwise.",
    ),
    queueLength: gauge("callmark_billing_queue_length", "Changes that no rollup has posted."),
    queueSeconds: gauge("callmark_billing_queue_oldest_seconds", "For how long the oldest of them has been waiting."),
    rollupLagSeconds: gauge(
      "callmark_rollup_lag_seconds",
      "For how long a company with waiting changes has had no rollup; the longest of all companies.",
    ),
    inboxOpen: gauge("callmark_inbox_open", "Open inbox items."),
    deliveryLagSeconds: gauge(
      "callmark_delivery_lag_seconds",
      "For how long the most overdue post to a webhook has been due; the longest of all companies.",
    ),
  };

  function gauge(name: string, help: string) {
    return new Gauge({ name, help, registers });
  }
}
