import { Conflict, Invalid } from "@/lib/base/errors";

/** How far a reader has read a feed: the epoch of the feed and the number of its last change. */
export type FeedPosition = { readonly epoch: string; readonly number: number };

export function feedCursor({ epoch, number }: FeedPosition): string {
  return Buffer.from(`${epoch}.${number}`).toString("base64url");
}

/** Throws `Invalid` if the text is not a cursor. */
export function parseFeedCursor(text: string): FeedPosition {
  const match = /^([0-9a-f-]{36})\.([0-9]{1,15})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match) throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the oldest change." });
  return { epoch: match[1] ?? "", number: Number(match[2]) };
}

/** Throws `Conflict` for a cursor of a feed that this one replaced: there are changes that it would skip. */
export function assertOfFeed(cursor: FeedPosition, head: FeedPosition): void {
  if (cursor.epoch === head.epoch && cursor.number <= head.number) return;
  throw new Conflict(
    "The database was restored since this cursor was returned, or the cursor belongs to another company. Empty your copy and read from the beginning, without a cursor.",
  );
}
