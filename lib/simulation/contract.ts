import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { Flag, whole } from "@/lib/settings/contract/settings-scalars";

const Ok = z.literal(200).meta(says("The HTTP status.", 200));

/** Tries draft settings on the calls of the last days. Nothing is saved. */
const days = { days: whole(1, 400).default(30).meta(says("Calls that started within so many days.", 30)) };
export const SimulateBuyer = z
  .strictObject({
    settings: BuyerSettings.meta(says("The whole document: what is left out takes its default.")),
    ...days,
  })
  .meta({ id: "SimulateBuyer" });
export const SimulateOffer = z
  .strictObject({
    settings: OfferSettings.meta(says("The whole document: what is left out takes its default.")),
    ...days,
  })
  .meta({ id: "SimulateOffer" });

/** Backdated settings apply to past calls only on request. */
export const EvaluatePast = z
  .strictObject({
    ...days,
    preview: Flag.optional().meta(says("Only tell what it would do; nothing is saved.", true)),
  })
  .meta({ id: "EvaluatePast" });
export type EvaluatePast = z.output<typeof EvaluatePast>;
export const EvaluatedPast = z
  .object({
    status: Ok,
    calls: z.number().int().meta(says("How many calls were judged again.", 1200)),
    changed: z.number().int().meta(says("How many of them stand otherwise now.", 14)),
    proposed: z
      .number()
      .int()
      .meta(says("How many conversions no longer hold: they wait in the inbox to be reverted.", 2)),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    revenue: z.string().optional().meta(says("By how much buyers owe more for these calls.", "180.00")),
    payout: z.string().optional().meta(says("By how much traffic sources earn more for them.", "108.00")),
  })
  .meta({ id: "EvaluatedPast" });
export type EvaluatedPast = z.output<typeof EvaluatedPast>;

const Totals = z.object({
  calls: z.number().int().meta(says("Calls that started within the days.", 412)),
  conversions: z.number().int().meta(says("Of them converted on this side.", 120)),
  revenue: z.string().optional().meta(says("What the buyers owe for them.", "1800.00")),
  payout: z.string().optional().meta(says("What the traffic sources earn for them.", "1080.00")),
  margin: z.string().optional().meta(says("Revenue less payout.", "720.00")),
});
const stands = {
  converted: z.boolean().meta(says("Whether this side is converted.", true)),
  amount: z.string().optional().meta(says("Revenue or payout, for those who may read it.", "15.00")),
};
export const Simulation = z
  .object({
    status: Ok,
    currency: z.string().meta(says("The currency of all amounts.", "USD")),
    before: Totals.meta(says("As the calls stand now.")),
    after: Totals.meta(says("As the draft would have them; explicit statements and locks stay.")),
    differing: z.number().int().meta(says("How many calls would stand differently.")),
    calls: z
      .array(
        z.object({
          id: z.number().int().meta(says("The call's number.", 1042)),
          uuid: z.string().meta(says("The call's uuid.")),
          started_at: z.string().meta(says("When it started.")),
          before: z.object(stands).meta(says("As it stands.")),
          after: z
            .object({
              ...stands,
              by: z.string().nullable().meta(says("The rule or mechanism that converts it.", "Duration")),
            })
            .meta(says("As the draft would have it.")),
        }),
      )
      .meta(says("The first hundred of them, newest first.")),
  })
  .meta({ id: "Simulation" });
export type Simulation = z.output<typeof Simulation>;
