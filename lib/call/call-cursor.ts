import { Invalid } from "@/lib/base/errors";
import type { CallCursor } from "./sql/list-calls";

/** The cursor of a page's last call, as text. */
export function callCursor({ startedAt, id }: CallCursor): string {
  return Buffer.from(`${startedAt.getTime()}.${id}`).toString("base64url");
}

/** Throws `Invalid` if the text is not a cursor. */
export function parseCallCursor(text: string): CallCursor {
  const match = /^([0-9]{1,14})\.([0-9]{1,16})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match) throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  return { startedAt: new Date(Number(match[1])), id: Number(match[2]) };
}
