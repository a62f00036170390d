import { Invalid } from "@/lib/base/errors";
import type { EntryFilter } from "./domain/entry-filter";
import { type CursorPlace, isSignatureOf, signCursor } from "./sign-cursor";
import type { EntryPosition } from "./sql/entry-position";

/** Where a page ended: its position, the last rollup included, and the balance before it. */
export type EntryCursor = {
  readonly position: EntryPosition;
  readonly through: number;
  /** In minor units, signed for the party. */
  readonly balanceMinor: bigint;
};

const FORM =
  /^([0-9]{1,15})\.([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,15})\.([0-9]{1,15})\.([0-9]{1,9})\.([a-z_]{0,40})\.(-?[0-9]{1,30})\.([A-Za-z0-9_-]{22})$/;

/** A cursor contains a balance, so it belongs to one account and one set of filters. */
export type CursorOf = CursorPlace & { readonly filter: EntryFilter };

export function writeEntryCursor({ position, through, balanceMinor }: EntryCursor, of: CursorOf): string {
  const { bookedOn, rollupNumber, number, version, kind } = position;
  const content = [through, bookedOn, rollupNumber, number, version, kind, balanceMinor].join(".");
  return Buffer.from(`${content}.${signCursor(of, signed(content, of.filter))}`).toString("base64url");
}

/** Throws `Invalid` for a cursor of another account or other filters. */
export function readEntryCursor(text: string, of: CursorOf): EntryCursor {
  const written = Buffer.from(text, "base64url").toString("latin1");
  const match = FORM.exec(written);
  const [, through, bookedOn = "", rollupNumber, number, version, kind = "", balance = "0", signature = ""] =
    match ?? [];
  const content = written.slice(0, -signature.length - 1);
  if (!match || !isSignatureOf(of, signed(content, of.filter), signature)) {
    throw new Invalid({
      cursor: "This cursor is invalid or belongs to other filters. Leave it out to start with the newest.",
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

function signed(content: string, { kind, offerId, callId, from, to }: EntryFilter): string {
  return JSON.stringify([content, kind, offerId, callId, from, to]);
}
