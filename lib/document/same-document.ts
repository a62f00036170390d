import { Conflict } from "@/lib/base/errors";
import type { Document } from "./contract";

/** A document with the same party, amount, day and reference exists. */
export class SameDocument extends Conflict {
  constructor(readonly document: Document) {
    const { number, kind, amount, currency, dated, reference } = document;
    const what = `${kind.replaceAll("_", " ")} of ${amount} ${currency} on ${dated}`;
    const under = reference === null ? "without a reference" : `with the reference “${reference}”`;
    super(
      `Document ${number} is the same ${what}, ${under}. Nothing was saved. If this is a different payment, use another reference or send allow_duplicate: true.`,
    );
  }

  override get members() {
    return { document: this.document };
  }
}
