import type { Context } from "@/lib/access/context";
import { DomainError } from "@/lib/base/errors";
import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import type { IntakeResult } from "./contract/ingest";
import type { OpenedIntegration } from "./open-integration";
import { eventParts, providerEvents } from "./provider-events";
import { rejectUnsigned } from "./receive";

const REJECTED: Record<Exclude<SignatureCheck, "valid">, string> = {
  missing: "The event isn’t signed. Enter this integration’s secret at the provider.",
  wrong: "The signature doesn’t match. Check this integration’s secret and webhook URL.",
  too_old: "The signature has expired. Send the event again with a new signature.",
};

type Received = {
  readonly opened: OpenedIntegration;
  readonly event: InboundEvent;
  /** The headers that the log stores. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
};

/**
 * Receives a post of a phone system or voice agent: verifies the signature, parses it, applies calls and facts, and
 * logs the event. Throws 401 without a valid signature and 422 for an unreadable body; then only the event is saved.
 */
export async function receiveProviderEvent(
  ctx: Pick<Context, "company" | "now">,
  { opened, event, headers, query }: Received,
): Promise<IntakeResult> {
  const { endpoint, secrets, provider } = opened;
  const signature = provider.verify(event, secrets);
  const logged = {
    endpointId: endpoint.id,
    receivedAt: event.receivedAt,
    signature,
    method: event.method,
    contentType: event.headers.get("content-type"),
    query,
    headers,
    payload: event.body,
  };
  if (signature !== "valid") return rejectUnsigned(ctx.company.id, logged, REJECTED[signature]);
  const parsed =
    endpoint.pausedAt === null
      ? provider.parse(event, { timeZone: endpoint.timeZone ?? ctx.company.timeZone })
      : ({ kind: "ignored", what: "the integration is paused" } as const);
  const parts = eventParts(parsed, { endpoint, receivedAt: event.receivedAt, replayed: false });
  const { answer } = await providerEvents.receive(ctx, logged, parts);
  if (answer instanceof DomainError) throw answer;
  return answer;
}
