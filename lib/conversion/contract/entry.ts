import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

export const BilledParty = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")),
    id: z.number().int().meta(says("ID of the buyer or traffic source.", 7)),
    name: z.string().meta(says("Name of the buyer or traffic source.", "Brightside Solar")),
  })
  .meta(says("Buyer or traffic source that is billed or paid."));

export const EntryAmount = z.string().meta(says("Decimal amount in the company's currency, never negative.", "10.00"));

export const EntryKind = z
  .string()
  .meta(says("One of charge, credit, payout, or clawback. New kinds may be added.", "charge"));
