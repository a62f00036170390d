import { z } from "zod";
import { says } from "./says";

export const AccountParty = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Who is billed or paid.", "buyer")),
    id: z.number().int().meta(says("Number of the buyer or traffic source.", 7)),
    name: z.string().meta(says("Its name.", "Brightside Solar")),
  })
  .meta(says("Whose account it is."));
export type AccountParty = z.infer<typeof AccountParty>;

export const Account = z
  .object({
    party: AccountParty,
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    balance: z
      .string()
      .meta(
        says("What a buyer owes, or what a source has earned and was not paid; negative the other way.", "1250.00"),
      ),
    entries: z.number().int().meta(says("Entries posted to the account so far.", 128)),
    pending: z
      .object({
        amount: z
          .string()
          .meta(says("What the next rollup adds to the balance; negative where it takes away.", "10.00")),
        entries: z.number().int().meta(says("Entries that the next rollup will post.", 1)),
      })
      .meta(says("What is not posted yet.")),
    next_rollup_at: z
      .string()
      .meta({ format: "date-time", ...says("When what is pending will be posted.", "2026-11-23T10:44:00.000Z") }),
  })
  .meta({ id: "Account", ...says("The account of a buyer or traffic source as it stands now.") });
export type Account = z.infer<typeof Account>;

export const AccountAnswer = z
  .object({ status: z.literal(200).meta(says("The HTTP status.", 200)), account: Account })
  .meta({ id: "AccountAnswer" });
