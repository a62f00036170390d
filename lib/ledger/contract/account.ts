import { z } from "zod";
import { DayText, MonthText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";

export const AccountParty = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")),
    id: z.number().int().meta(says("ID of the buyer or traffic source.", 7)),
    name: z.string().meta(says("Name of the buyer or traffic source.", "Brightside Solar")),
  })
  .meta(says("Buyer or traffic source that the account belongs to."));
export type AccountParty = z.infer<typeof AccountParty>;

const Kind = z
  .string()
  .meta(
    says(
      "`charge`, `credit`, `payout`, `clawback`, or a kind of document such as `payment` or `adjustment`. New kinds may be added.",
      "charge",
    ),
  );
const NamedOffer = z
  .object({
    id: z.number().int().meta(says("ID of the offer.", 3)),
    name: z.string().meta(says("Name of the offer.", "Solar quotes")),
  })
  .meta(says("Offer."));

export const Account = z
  .object({
    party: AccountParty,
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    balance: z
      .string()
      .meta(
        says(
          "What the buyer owes, or what the traffic source has earned but not been paid. Decimal amount in the company's currency; negative if the company owes the buyer or overpaid the source.",
          "1250.00",
        ),
      ),
    entries: z.number().int().meta(says("Number of entries posted to the account.", 128)),
    pending: z
      .object({
        amount: z
          .string()
          .meta(says("Change to the balance at the next rollup. Decimal amount in the company's currency.", "10.00")),
        entries: z.number().int().meta(says("Number of entries that the next rollup will post.", 1)),
        first: z
          .array(
            z.object({
              kind: Kind,
              call_id: z.number().int().meta(says("ID of the call.", 1042)),
              amount: z
                .string()
                .meta(
                  says(
                    "Effect on the balance. Decimal amount in the company's currency; negative if it lowers the balance.",
                    "10.00",
                  ),
                ),
            }),
          )
          .meta(says("Up to 20 of these entries, by call.")),
      })
      .meta(says("Entries not yet posted.")),
    kinds: z
      .array(
        z.object({
          kind: Kind,
          entries: z.number().int().meta(says("Number of entries.", 120)),
          amount: z
            .string()
            .meta(
              says(
                "Effect on the balance. Decimal amount in the company's currency; negative if they lower the balance.",
                "1300.00",
              ),
            ),
        }),
      )
      .meta(says("Totals of the account by kind of entry.")),
    offers: z.array(NamedOffer).meta(says("Offers whose calls have entries in the account, by name.")),
    next_rollup_at: z.string().meta({
      format: "date-time",
      ...says("When the next rollup will post pending entries.", "2026-11-23T10:44:00.000Z"),
    }),
  })
  .meta({ id: "Account", ...says("Current account of a buyer or traffic source.") });
export type Account = z.infer<typeof Account>;

export const AccountAnswer = z
  .object({ status: z.literal(200).meta(says("HTTP status.", 200)), account: Account })
  .meta({ id: "AccountAnswer" });

export const AccountEntryQuery = z
  .strictObject({
    kind: text(1, 40).meta(says("Filter by kind.", "credit")),
    offer_id: IdText.meta(says("Filter by the ID of the offer.", 3)),
    call: text(1, 36).meta(says("Filter by the ID or UUID of the call.", "1042")),
    month: MonthText.meta(says("Filter by month of the books.", "2026-11")),
    from: DayText.meta(says("First booking day. Can't be combined with `month`.", "2026-11-01")),
    to: DayText.meta(says("Last booking day. Can't be combined with `month`.", "2026-11-23")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial();
export type AccountEntryQuery = z.infer<typeof AccountEntryQuery>;

/** A file is not paged: it has all entries. */
export const AccountExportQuery = AccountEntryQuery.omit({ cursor: true, per_page: true });
export type AccountExportQuery = z.infer<typeof AccountExportQuery>;

export const AccountEntry = z
  .object({
    id: z.string().meta(says("ID of the entry.", "call-1042-1-charge")),
    kind: Kind,
    amount: z
      .string()
      .meta(
        says(
          "Effect on the balance. Decimal amount in the company's currency; negative if it lowers the balance.",
          "10.00",
        ),
      ),
    balance: z
      .string()
      .nullable()
      .meta(says("Balance after this entry. Null if a filter other than the period is set.", "1250.00")),
    booked_on: z.string().meta(says("Booking day.", "2026-11-23")),
    service_date: z.string().meta(says("Day of the call or document.", "2026-11-23")),
    correction: z
      .boolean()
      .meta(says("True if it was booked in a later month because the month of `service_date` was closed.", false)),
    call: z
      .object({
        id: z.number().int().meta(says("ID of the call.", 1042)),
        uuid: z.string().meta(says("UUID of the call.", "0b8e6a0e-2f2b-4c41-9b5f-0d0a6c1f7a11")),
      })
      .nullable()
      .meta(says("Call behind the entry. Null for documents.")),
    document_number: z
      .number()
      .int()
      .nullable()
      .meta(says("Number of the document behind the entry. Null for calls.", null)),
    offer: NamedOffer.nullable().meta(says("Offer of the call.")),
    offsets_entry_id: z.string().nullable().meta(says("ID of the entry that this one offsets.", null)),
    statement_number: z
      .number()
      .int()
      .nullable()
      .meta(says("Number of the statement that lists it. Null until one does.", 31)),
    rollup_id: z.number().int().meta(says("ID of the rollup that posted it.", 12)),
    posted_at: z
      .string()
      .meta({ format: "date-time", ...says("When the entry was posted.", "2026-11-23T10:43:00.000Z") }),
  })
  .meta({ id: "AccountEntry", ...says("Entry in the account of a buyer or traffic source.") });
export type AccountEntry = z.infer<typeof AccountEntry>;

export const AccountEntryList = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    entries: z
      .array(AccountEntry)
      .meta(
        says(
          "Entries, newest first by booking day. A filtered page can be short; keep reading until `next_cursor` is null.",
        ),
      ),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "AccountEntryList" });
