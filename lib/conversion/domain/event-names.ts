import type { EventName } from "./command";

/** The words that came under one name, oldest first. */
export type EventContents = readonly string[];

/**
 * What an update is to those that came before under its name. The newest words again are a repetition; other words are a
 * correction. Under an event id, words that were seen before the newest are ambiguous: a late retry, or a change of mind.
 */
export function recognize(event: EventName, seen: EventContents): "new" | "repeated" | "ambiguous" {
  if (seen.at(-1) === event.content) return "repeated";
  return event.kind === "event_id" && seen.includes(event.content) ? "ambiguous" : "new";
}

/** One name of one sender's mechanism on one call. */
export function eventKey(callId: number, mechanism: string, { kind, name }: Pick<EventName, "kind" | "name">): string {
  return JSON.stringify([callId, mechanism, kind, name]);
}
