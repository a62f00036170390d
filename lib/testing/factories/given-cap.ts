import { type Cap, NewCap } from "@/lib/cap/contract";
import { createCap } from "@/lib/cap/save-cap";
import type { CapOwner } from "@/lib/cap/sql/list-caps";
import type { GivenContext } from "./given-company";

/** The input of a cap and its owner, the company's buyer by default. */
type Options = { readonly owner?: CapOwner; readonly [field: string]: unknown };

/** A cap of ten conversions a day of the company's buyer that stops automatic conversion, by default. */
export function givenCap(ctx: GivenContext, { owner, ...fields }: Options = {}): Promise<Cap> {
  const usual = { measure: "conversions", span: "day", limit: "10", stops_automatic: fields.measure === undefined };
  return createCap(ctx, owner ?? { side: "buyer", id: ctx.buyer.id }, NewCap.parse({ ...usual, ...fields }));
}
