import { type Cap, NewCap } from "@/lib/cap/contract";
import { createCap } from "@/lib/cap/save-cap";
import type { CapOwner } from "@/lib/cap/sql/list-caps";
import type { GivenContext } from "./given-company";

/** As somebody writes it, and whose: the company's buyer unless told otherwise. */
type Options = { readonly owner?: CapOwner; readonly [field: string]: unknown };

/** A cap of ten conversions a day of the company's buyer that stops automatic conversion, unless told otherwise. */
export function givenCap(ctx: GivenContext, { owner, ...fields }: Options = {}): Promise<Cap> {
  const usual = { measure: "conversions", span: "day", limit: "10", stops_automatic: fields.measure === undefined };
  return createCap(ctx, owner ?? { side: "buyer", id: ctx.buyer.id }, NewCap.parse({ ...usual, ...fields }));
}
