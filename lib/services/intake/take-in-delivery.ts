import type { ReportedCall } from "@/lib/call/domain/reported-call";
import type { IntakeResult } from "@/lib/contracts/intake";
import { inCompanySql } from "@/lib/db/in-company";
import { insertEvents } from "@/lib/db/webhooks/insert-events";
import { DomainError, Invalid } from "@/lib/domain/errors";
import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import type { Provider } from "@/lib/inbound/provider/provider";
import type { Context } from "../context";
import { keepUnsignedEvent } from "../webhooks/keep-unsigned-event";
import type { OpenedEndpoint } from "../webhooks/open-endpoint";
import type { ReportState } from "./apply-reports";
import { outcomeOf, problemOf } from "./event-result";
import { type Arrived, takeInReports } from "./take-in-reports";
import { toldReport } from "./told-report";

const REFUSED: Record<Exclude<SignatureCheck, "valid">, string> = {
  missing: "The delivery is not signed. Give the maker this source's secret. Nothing was saved.",
  wrong: "The signature does not fit. Check the secret and the address of this source. Nothing was saved.",
  too_old: "The signature is too old: it may be a replay. Send it again, signed now. Nothing was saved.",
};

type Given = {
  readonly opened: OpenedEndpoint;
  readonly intake: Provider;
  readonly delivery: InboundEvent;
  /** As the log keeps them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
};

/**
 * Takes in what a phone system or voice agent posts: checks who signed it, reads it, and turns it into calls and facts.
 * Whatever becomes of it is in the log of events. Throws 401 without a good signature and 422 for what cannot be read;
 * then nothing is saved but the event.
 */
export async function takeInDelivery(ctx: Pick<Context, "company" | "now">, given: Given): Promise<IntakeResult> {
  const { opened, intake, delivery, headers, query } = given;
  const { endpoint, secrets } = opened;
  const signature = intake.verify(delivery, secrets);
  const arrived: Arrived = {
    endpointId: endpoint.id,
    receivedAt: delivery.receivedAt,
    signature,
    contentType: delivery.headers.get("content-type"),
    query,
    headers,
    payload: delivery.body,
  };
  if (signature !== "valid") {
    const problem = REFUSED[signature];
    await keepUnsignedEvent(ctx.company.id, { ...arrived, status: 401, outcome: "refused", problem, result: [] });
    throw new DomainError("unauthenticated", problem);
  }
  if (endpoint.pausedAt !== null) return ignore(ctx, arrived, "the source is paused");
  const reading = intake.parse(delivery, { timeZone: endpoint.timeZone ?? ctx.company.timeZone });
  if (reading.kind === "ignored") return ignore(ctx, arrived, reading.what);
  if (reading.kind === "malformed") {
    await keep(ctx, arrived, { status: 422, outcome: "refused", problem: reading.problem });
    throw new Invalid({}, `${reading.problem} Nothing was saved.`);
  }
  return takeIn(ctx, opened, arrived, reading.calls);
}

async function takeIn(
  ctx: Pick<Context, "company" | "now">,
  { endpoint }: OpenedEndpoint,
  arrived: Arrived,
  reports: readonly ReportedCall[],
): Promise<IntakeResult> {
  const origin = { endpoint, receivedAt: arrived.receivedAt, replayed: false };
  const told = reports.map((report) => toldReport(report, origin));
  const { taken } = await takeInReports(ctx, arrived, told);
  const outcome = outcomeOf(taken);
  const problem = problemOf(taken);
  if (outcome === "refused") throw new Invalid({}, `${problem} Nothing was saved.`);
  const count = (...states: readonly ReportState[]) => taken.filter(({ state }) => states.includes(state)).length;
  return {
    status: 200,
    outcome,
    created: count("created"),
    updated: count("updated", "unchanged"),
    repeated: count("repeated"),
    waiting: count("waiting"),
    refused: count("refused"),
    ...(problem !== null && { problem }),
  };
}

async function ignore(ctx: Pick<Context, "company">, arrived: Arrived, what: string): Promise<IntakeResult> {
  await keep(ctx, arrived, { status: 200, outcome: "ignored", problem: what });
  return { status: 200, outcome: "ignored", ignored: what };
}

async function keep(
  { company }: Pick<Context, "company">,
  arrived: Arrived,
  became: { readonly status: number; readonly outcome: "ignored" | "refused"; readonly problem: string },
): Promise<void> {
  await inCompanySql(company.id, (tx) => insertEvents(tx, [{ ...arrived, ...became, result: [] }]));
}
