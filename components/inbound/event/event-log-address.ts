import { EVENT_OUTCOMES } from "@/lib/inbound/contract/integration";

type Outcome = (typeof EVENT_OUTCOMES)[number];
type Parameter = string | readonly string[] | undefined;

export type EventLogView = { readonly outcome?: Outcome; readonly cursor?: string };

/** Unknown outcomes are left out. */
export function readEventLogView({ outcome, cursor }: Readonly<Record<string, Parameter>>): EventLogView {
  const valid = EVENT_OUTCOMES.find((name) => name === outcome);
  return { ...(valid && { outcome: valid }), ...(typeof cursor === "string" && { cursor }) };
}

export function eventLogAddress(view: EventLogView): string {
  const query = new URLSearchParams(view).toString();
  return `/integrations/events${query && `?${query}`}`;
}
