import { createHash } from "node:crypto";
import type { EntryFilter } from "@/lib/db/accounts/account-entries";
import type { EntryPosition } from "@/lib/db/accounts/entry-position";
import { Invalid } from "@/lib/domain/errors";

/** Where a page ended: the place, the rollup up to which it was read, and the balance below it. */
export type EntryCursor = {
  readonly position: EntryPosition;
  readonly through: number;
  /** In minor units, signed for the party. */
  readonly balanceMinor: bigint;
};

const FORM =
  /^([0-9]{1,15})\.([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,15})\.([0-9]{1,15})\.([0-9]{1,9})\.([a-z_]{0,40})\.(-?[0-9]{1,30})\.([0-9a-f]{8})$/;

export function writeEntryCursor({ position, through, balanceMinor }: EntryCursor, filter: EntryFilter): string {
  const { bookedOn, rollupNumber, number, version, kind } = position;
  const parts = [through, bookedOn, rollupNumber, number, version, kind, balanceMinor, markOf(filter)];
  return Buffer.from(parts.join(".")).toString("base64url");
}

/** Throws `Invalid` for what is no cursor of a page with the same filters. */
export function readEntryCursor(text: string, filter: EntryFilter): EntryCursor {
  const match = FORM.exec(Buffer.from(text, "base64url").toString("latin1"));
  const [, through, bookedOn = "", rollupNumber, number, version, kind = "", balance = "0", mark] = match ?? [];
  if (!match || mark !== markOf(filter) || Number.isNaN(Date.parse(bookedOn)) || Number(version) > 2 ** 31 - 1) {
    throw new Invalid({
      cursor: "This is no cursor of a page before with the same filters. Leave it out to begin with the newest.",
    });
  }
  const position = {
    bookedOn,
    rollupNumber: Number(rollupNumber),
    number: Number(number),
    version: Number(version),
    kind,
  };
  return { position, through: Number(through), balanceMinor: BigInt(balance) };
}

/** A cursor carries a balance, which holds for its own filters alone. */
function markOf({ kind, offerId, callId, from, to }: EntryFilter): string {
  const text = JSON.stringify([kind, offerId, callId, from, to]);
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
