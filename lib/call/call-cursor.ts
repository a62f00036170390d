import { Invalid } from "@/lib/base/errors";
import type { CallPosition, CallSort } from "./domain/call-order";

const DEFAULT_SORT: CallSort = "-started_at";

/** The place where a page ended, as text. */
export function callCursor(sort: CallSort, { key, id }: CallPosition): string {
  const order = sort === DEFAULT_SORT ? "" : `${sort}:`;
  return Buffer.from(`${order}${key}.${id}`).toString("base64url");
}

/** Throws `Invalid` if the text is not a cursor of this order. */
export function parseCallCursor(sort: CallSort, text: string): CallPosition {
  const match = /^(?:(-?[a-z_]+):)?(-?[0-9]{1,15})\.([0-9]{1,16})$/.exec(
    Buffer.from(text, "base64url").toString("latin1"),
  );
  const [, order = DEFAULT_SORT, key, id] = match ?? [];
  if (!match || order !== sort || (sort === DEFAULT_SORT && Number(key) < 0))
    throw new Invalid({ cursor: "This cursor is invalid or belongs to another order. Leave it out to start again." });
  return { key: Number(key), id: Number(id) };
}
