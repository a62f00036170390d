import { z } from "zod";
import { CYCLES } from "@/lib/billing-profile/domain/cycles";

/** What a statement keeps for ever in `frozen` and `cumulative`. Amounts are minor units in decimal text. */

const Minor = z.string().regex(/^-?[0-9]+$/);
const Sum = z.object({ kind: z.string(), offer_id: z.number(), count: z.number(), amount: Minor });

const Details = z.object({
  name: z.string(),
  legal_name: z.string(),
  address: z.array(z.string()),
  tax_id: z.string(),
  email: z.string(),
});

/** `document` is the tax's own entry; null where the tax comes to nothing. */
const Tax = z.object({ name: z.string(), net: Minor, amount: Minor, document: z.number().nullable() });
const FrozenTax = z.union([
  /** `takes_back` is the number of the statement whose tax it gives back. */
  Tax.extend({ percent: z.string(), takes_back: z.number().nullable() }),
  /** Of statements from before rates had more than two decimals. */
  Tax.extend({ basis_points: z.number() }),
]);
export type FrozenTax = z.infer<typeof FrozenTax>;
export const FrozenTaxes = z.array(FrozenTax);

export const FrozenStatement = z.object({
  party: Details.extend({ type: z.enum(["buyer", "traffic_source"]), id: z.number() }),
  company: Details,
  time_zone: z.string(),
  issued_on: z.string(),
  decimals: z.number(),
  terms: z.object({ cycle: z.enum(CYCLES), net_days: z.number() }),
  lines: z.array(Sum),
  /** By number; each offer that a line is of. */
  offers: z.record(z.string(), z.string()),
  taxes: FrozenTaxes,
  /** How many of its entries are booked within cycles of statements before. */
  late_count: z.number(),
  /** Its days by kind and offer, where it has too many lines to print; late lines come together, without a day. */
  days: z.array(Sum.extend({ day: z.string().nullable() })).nullable(),
});
export type FrozenStatement = z.infer<typeof FrozenStatement>;

export const CumulativeSums = z.object({
  total: z.array(Sum),
  /** The first day of the oldest month that was open; null where all were. */
  open_from: z.string().nullable(),
  /** Of the total, without taxes, what is booked from that day on. */
  open: z.array(Sum),
});
export type CumulativeSums = z.infer<typeof CumulativeSums>;
