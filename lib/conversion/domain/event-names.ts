import type { EventName } from "./command";

/** Contents received under one event name, oldest first. */
export type EventContents = readonly string[];

/**
 * Classifies an update by the earlier contents under its name. The newest content again is a repetition, other content
 * a correction. Under an event id, content from before the newest is ambiguous: a late retry, or a change of mind.
 */
export function recognize(event: EventName, seen: EventContents): "new" | "repeated" | "ambiguous" {
  if (seen.at(-1) === event.content) return "repeated";
  return event.kind === "event_id" && seen.includes(event.content) ? "ambiguous" : "new";
}

/** One key per call, mechanism and event name. */
export function eventKey(callId: number, mechanism: string, { kind, name }: Pick<EventName, "kind" | "name">): string {
  return JSON.stringify([callId, mechanism, kind, name]);
}
