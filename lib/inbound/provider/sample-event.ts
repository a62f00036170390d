import type { ReportedCall } from "@/lib/call/domain/reported-call";
import type { InboundEvent } from "@/lib/inbound/domain/inbound-event";
import type { Parsed } from "@/lib/inbound/provider/parsed";

export const RECEIVED_AT = new Date("2026-11-23T10:05:00Z");

type SampleOptions = {
  readonly body?: string | Uint8Array | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly method?: string;
  readonly receivedAt?: Date;
};

/** An event for tests; an object body is sent as JSON. */
export function sampleEvent({ body = "", headers = {}, url, method, receivedAt }: SampleOptions = {}): InboundEvent {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const raw = isRaw ? body : JSON.stringify(body);
  return {
    method: method ?? "POST",
    url: url ?? "https://callmark.test/api/v1/intake/x/key",
    headers: new Headers(headers),
    body: typeof raw === "string" ? new TextEncoder().encode(raw) : raw,
    receivedAt: receivedAt ?? RECEIVED_AT,
  };
}

/** The only call of a parsed event; throws for other events. */
export function onlyCall(parsed: Parsed): ReportedCall {
  const [call] = parsed.kind === "calls" ? parsed.calls : [];
  if (!call) throw new Error(`not a call: ${JSON.stringify(parsed)}`);
  return call;
}
