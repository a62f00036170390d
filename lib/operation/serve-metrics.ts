import { timingSafeEqual } from "node:crypto";
import { credentialHash } from "@/lib/access/credential-hash";
import { env } from "@/lib/platform/config/env";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { textResponse } from "@/lib/platform/http/text-response";
import { metrics } from "@/lib/platform/metrics/metrics";
import { type OperatingFigures, readOperatingFigures } from "./sql/operating-figures";

const UNKNOWN: OperatingFigures = {
  queueLength: Number.NaN,
  queueSeconds: Number.NaN,
  rollupLagSeconds: Number.NaN,
  inboxOpen: Number.NaN,
  deliveryLagSeconds: Number.NaN,
};

/** What this process counted and how the installation stands, for Prometheus; 404 unless METRICS_TOKEN is set. */
export async function serveMetrics(request: ApiRequest): Promise<Response> {
  const all = metrics();
  if (!all) return textResponse("Not found.\n", { status: 404 });
  if (!isPermitted(request.headers)) {
    const headers = { "www-authenticate": 'Bearer realm="Callmark metrics"' };
    return textResponse("Send METRICS_TOKEN as a bearer token.\n", { status: 401, headers });
  }
  const figures = await readOperatingFigures().catch(() => null);
  const { queueLength, queueSeconds, rollupLagSeconds, inboxOpen, deliveryLagSeconds } = figures ?? UNKNOWN;
  all.databaseUp.set(figures ? 1 : 0);
  all.queueLength.set(queueLength);
  all.queueSeconds.set(queueSeconds);
  all.rollupLagSeconds.set(rollupLagSeconds);
  all.inboxOpen.set(inboxOpen);
  all.deliveryLagSeconds.set(deliveryLagSeconds);
  const headers = { "content-type": all.registry.contentType, "cache-control": "no-store" };
  return textResponse(await all.registry.metrics(), { headers });
}

function isPermitted(headers: Headers): boolean {
  const expected = credentialHash(`Bearer ${env().METRICS_TOKEN}`);
  return timingSafeEqual(credentialHash(headers.get("authorization") ?? ""), expected);
}
