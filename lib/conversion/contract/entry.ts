import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

export const BilledParty = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Who is billed or paid.", "buyer")),
    id: z.number().int().meta(says("Number of the buyer or traffic source.", 7)),
    name: z.string().meta(says("Its name.", "Brightside Solar")),
  })
  .meta(says("Whose account moves."));

export const EntryAmount = z
  .string()
  .meta(says("Decimal text in the currency of the company, never negative.", "10.00"));

export const EntryKind = z
  .string()
  .meta(says("charge, credit, payout, clawback or a later addition: tolerate new ones.", "charge"));
