import { z } from "zod";

const Party = z.object({ id: z.number().int(), name: z.string() }).nullable();
const OldAndNew = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value });

/** One save: only what it altered is present, and only what the reader may read. */
export const Change = z
  .object({
    version: z.number().int(),
    changed_at: z.string().meta({ format: "date-time" }),
    occurred_at: z.string().meta({ format: "date-time" }).nullable(),
    mechanism: z.string(),
    actor: z.object({ type: z.string(), name: z.string() }),
    reason: z.string().nullable().optional(),
    buyer_converted: OldAndNew(z.boolean()).optional(),
    offer_converted: OldAndNew(z.boolean()).optional(),
    buyer_decided: OldAndNew(z.string().nullable()).optional(),
    offer_decided: OldAndNew(z.string().nullable()).optional(),
    buyer_locked: OldAndNew(z.boolean()).optional(),
    offer_locked: OldAndNew(z.boolean()).optional(),
    buyer: OldAndNew(Party).optional(),
    traffic_source: OldAndNew(Party).optional(),
    revenue: OldAndNew(z.string()).optional(),
    payout: OldAndNew(z.string()).optional(),
  })
  .meta({ id: "Change" });
export type Change = z.infer<typeof Change>;

export const ChangeList = z.object({ status: z.literal(200), changes: z.array(Change) }).meta({ id: "ChangeList" });
export type ChangeList = z.infer<typeof ChangeList>;
