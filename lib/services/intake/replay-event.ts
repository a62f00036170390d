import type { SourceEvent } from "@/lib/contracts/sources";
import { inCompanySql } from "@/lib/db/in-company";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import { insertEvents } from "@/lib/db/webhooks/insert-events";
import type { FullEvent } from "@/lib/db/webhooks/list-events";
import { Invalid } from "@/lib/domain/errors";
import type { InboundEvent } from "@/lib/inbound/domain/inbound-event";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { isClipped } from "../webhooks/keep-unsigned-event";
import { providerOf } from "./present-source";
import { presentEvent, readEvent } from "./source-events";
import { sourceUrl } from "./source-url";
import { type Arrived, takeInReports } from "./take-in-reports";
import { toldReport } from "./told-report";

/**
 * Reads a kept payload again, by the source as it is now, and takes it in: what it says replaces what it said before. A
 * person vouches for it, so no signature is asked for. Answers the new entry of the log. Throws `Forbidden`, `NotFound`,
 * or `Invalid` where the payload was not kept as a whole.
 */
export async function replayEvent(ctx: Context, sourceId: number, eventId: number): Promise<SourceEvent> {
  permit(ctx.actor, "update", "settings");
  const { source, event } = await readEvent(ctx, sourceId, eventId);
  if (event.payload.byteLength === 0)
    throw new Invalid({}, "Nothing of this event was kept. Have the maker send it again.");
  if (isClipped(event))
    throw new Invalid({}, "Only the beginning of this event was kept. Have the maker send it again.");
  const arrived: Arrived = { ...event, receivedAt: ctx.now(), signature: "not_checked" };
  const replayed = await takeInAgain(ctx, source, arrived, deliveryOf(source, event));
  return presentEvent((await readEvent(ctx, sourceId, replayed)).event);
}

async function takeInAgain(ctx: Context, source: Endpoint, arrived: Arrived, delivery: InboundEvent): Promise<number> {
  const intake = PROVIDERS[providerOf(source)];
  const reading = intake.parse(delivery, { timeZone: source.timeZone ?? ctx.company.timeZone });
  if (reading.kind === "calls") {
    const origin = { endpoint: source, receivedAt: arrived.receivedAt, replayed: true };
    const told = reading.calls.map((report) => toldReport(report, origin));
    return (await takeInReports(ctx, arrived, told)).eventId;
  }
  const became =
    reading.kind === "ignored"
      ? { status: 200, outcome: "ignored" as const, problem: reading.what }
      : { status: 422, outcome: "refused" as const, problem: reading.problem };
  const [id = 0] = await inCompanySql(ctx.company.id, (tx) =>
    insertEvents(tx, [{ ...arrived, ...became, result: [] }]),
  );
  return id;
}

/** As it came, but for the key in its address, which nobody keeps. */
function deliveryOf(source: Endpoint, event: FullEvent): InboundEvent {
  const query = event.query === "" ? "" : `?${event.query}`;
  return {
    method: "POST",
    url: sourceUrl(source.provider, "replayed") + query,
    headers: new Headers(event.headers),
    body: event.payload,
    receivedAt: event.receivedAt,
  };
}
