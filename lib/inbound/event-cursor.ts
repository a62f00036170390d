import { Invalid } from "@/lib/base/errors";
import type { EventRow } from "./sql/list-events";

type Place = Pick<EventRow, "receivedAt" | "id">;

/** The last event of a page, as text for the next request. */
export function cursorOf({ receivedAt, id }: Place): string {
  return Buffer.from(`${receivedAt.getTime()}.${id}`).toString("base64url");
}

/** Throws `Invalid` for a text that `cursorOf` did not write. */
export function parseCursor(text: string): Place {
  const match = /^([0-9]{1,14})\.([0-9]{1,16})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match) throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  return { receivedAt: new Date(Number(match[1])), id: Number(match[2]) };
}
