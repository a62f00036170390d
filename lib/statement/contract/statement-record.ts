import { z } from "zod";
import { CYCLES } from "@/lib/billing-profile/domain/cycles";

/** The `frozen` and `cumulative` columns of a statement never change. Amounts are minor units as text. */

const Minor = z.string().regex(/^-?[0-9]+$/);
const Sum = z.object({ kind: z.string(), offer_id: z.number(), count: z.number(), amount: Minor });

const Details = z.object({
  name: z.string(),
  legal_name: z.string(),
  address: z.array(z.string()),
  tax_id: z.string(),
  email: z.string(),
});

/** `document` is the entry of the tax; null for a tax of 0. */
const Tax = z.object({ name: z.string(), net: Minor, amount: Minor, document: z.number().nullable() });
const FrozenTax = z.union([
  /** `takes_back` is the statement whose tax is given back. */
  Tax.extend({ percent: z.string(), takes_back: z.number().nullable() }),
  /** Statements from before tax rates had more than two decimals. */
  Tax.extend({ basis_points: z.number() }),
]);
export type FrozenTax = z.infer<typeof FrozenTax>;
export const FrozenTaxes = z.array(FrozenTax);

export const FrozenStatement = z.object({
  party: Details.extend({ type: z.enum(["buyer", "traffic_source"]), id: z.number() }),
  /** With the version of its logo, if it had one. */
  company: Details.extend({ logo: z.string().optional() }),
  time_zone: z.string(),
  issued_on: z.string(),
  decimals: z.number(),
  terms: z.object({ cycle: z.enum(CYCLES), net_days: z.number() }),
  lines: z.array(Sum),
  /** Offer names by id, for each offer of a line. */
  offers: z.record(z.string(), z.string()),
  taxes: FrozenTaxes,
  /** Entries booked within cycles of earlier statements. */
  late_count: z.number(),
  /** Sums per day, kind and offer if there are too many lines to print; late lines are one sum without a day. */
  days: z.array(Sum.extend({ day: z.string().nullable() })).nullable(),
});
export type FrozenStatement = z.infer<typeof FrozenStatement>;

export const CumulativeSums = z.object({
  total: z.array(Sum),
  /** The first day of the oldest open month; null if all were open. */
  open_from: z.string().nullable(),
  /** The part of the total, without taxes, booked from that day on. */
  open: z.array(Sum),
});
export type CumulativeSums = z.infer<typeof CumulativeSums>;
