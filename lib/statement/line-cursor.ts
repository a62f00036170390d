import { Invalid } from "@/lib/base/errors";
import { isDay } from "@/lib/base/is-day";
import type { LinePosition } from "./sql/lines-of";

/** A position as text for a URL. */
export function lineCursor({ bookedOn, rollupNumber, number, version, kind }: LinePosition): string {
  return [bookedOn, rollupNumber, number, version, kind].join(".");
}

/** Throws `Invalid` for a text that `lineCursor` did not write. */
export function readLineCursor(text: string): LinePosition {
  const match = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})\.(\d{1,15})\.(\d{1,9})\.([a-z_]{1,40})$/.exec(text);
  const [, bookedOn = "", rollup, number, version, kind = ""] = match ?? [];
  if (!match || !isDay(bookedOn)) {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the first page." });
  }
  return { bookedOn, rollupNumber: Number(rollup), number: Number(number), version: Number(version), kind };
}
