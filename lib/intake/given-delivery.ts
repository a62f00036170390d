import type { CallReport, Reading } from "@/lib/intake/call-report";
import type { Delivery } from "@/lib/intake/delivery";

export const RECEIVED_AT = new Date("2026-11-23T10:05:00Z");

type Given = {
  readonly body?: string | Uint8Array | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly method?: string;
  readonly receivedAt?: Date;
};

/** A delivery for tests; an object as the body is sent as JSON. */
export function givenDelivery({ body = "", headers = {}, url, method, receivedAt }: Given = {}): Delivery {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const raw = isRaw ? body : JSON.stringify(body);
  return {
    method: method ?? "POST",
    url: url ?? "https://callmark.test/api/v1/intake/x/key",
    header: (name) => lower.get(name.toLowerCase()) ?? null,
    body: typeof raw === "string" ? new TextEncoder().encode(raw) : raw,
    receivedAt: receivedAt ?? RECEIVED_AT,
  };
}

/** The one call of a reading; throws where it is of another kind. */
export function onlyCall(reading: Reading): CallReport {
  const [report] = reading.kind === "calls" ? reading.reports : [];
  if (!report) throw new Error(`not a call: ${JSON.stringify(reading)}`);
  return report;
}
