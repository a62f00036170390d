import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { Flag, whole } from "@/lib/settings/contract/settings-scalars";

const Ok = z.literal(200).meta(says("HTTP status.", 200));

/** Tries draft settings on the calls of the last days. Nothing is saved. */
const days = {
  days: whole(1, 400).default(30).meta(says("How many days back to look, by the start of the call.", 30)),
};
export const SimulateBuyer = z
  .strictObject({
    settings: BuyerSettings.meta(says("All settings. Omitted fields take their defaults.")),
    ...days,
  })
  .meta({ id: "SimulateBuyer" });
export const SimulateOffer = z
  .strictObject({
    settings: OfferSettings.meta(says("All settings. Omitted fields take their defaults.")),
    ...days,
  })
  .meta({ id: "SimulateOffer" });

/** Backdated settings apply to past calls only on request. */
export const EvaluatePast = z
  .strictObject({
    ...days,
    preview: Flag.optional().meta(says("True to preview the result. Nothing is saved.", true)),
  })
  .meta({ id: "EvaluatePast" });
export type EvaluatePast = z.output<typeof EvaluatePast>;
export const EvaluatedPast = z
  .object({
    status: Ok,
    calls: z.number().int().meta(says("Number of calls re-evaluated.", 1200)),
    changed: z.number().int().meta(says("Number of calls that changed.", 14)),
    proposed: z.number().int().meta(says("Number of conversions that no longer hold and wait in the inbox.", 2)),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    revenue: z.string().optional().meta(says("Change of what buyers owe for these calls.", "180.00")),
    payout: z.string().optional().meta(says("Change of what traffic sources earn for these calls.", "108.00")),
  })
  .meta({ id: "EvaluatedPast" });
export type EvaluatedPast = z.output<typeof EvaluatedPast>;

const Totals = z.object({
  calls: z.number().int().meta(says("Number of calls.", 412)),
  conversions: z.number().int().meta(says("Number of conversions on this side.", 120)),
  revenue: z.string().optional().meta(says("What buyers owe for these calls.", "1800.00")),
  payout: z.string().optional().meta(says("What traffic sources earn for these calls.", "1080.00")),
  margin: z.string().optional().meta(says("Revenue less payout.", "720.00")),
});
const stands = {
  converted: z.boolean().meta(says("True if the side is converted.", true)),
  amount: z.string().optional().meta(says("Revenue or payout. Omitted if you can't read it.", "15.00")),
};
export const Simulation = z
  .object({
    status: Ok,
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    before: Totals.meta(says("Totals as they are.")),
    after: Totals.meta(says("Totals with the draft. Explicit updates and locked sides stay as they are.")),
    differing: z.number().int().meta(says("Number of calls that would differ.")),
    calls: z
      .array(
        z.object({
          id: z.number().int().meta(says("ID of the call.", 1042)),
          uuid: z.string().meta(says("UUID of the call.")),
          started_at: z.string().meta(says("When the call started.")),
          before: z.object(stands).meta(says("Current state.")),
          after: z
            .object({
              ...stands,
              by: z.string().nullable().meta(says("Rule or mechanism that converts the call.", "Duration")),
            })
            .meta(says("State with the draft.")),
        }),
      )
      .meta(says("Calls that would differ, newest first, up to 100.")),
  })
  .meta({ id: "Simulation" });
export type Simulation = z.output<typeof Simulation>;
