import { z } from "zod";
import { DayText, MonthText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";

export const AccountParty = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Who is billed or paid.", "buyer")),
    id: z.number().int().meta(says("Number of the buyer or traffic source.", 7)),
    name: z.string().meta(says("Its name.", "Brightside Solar")),
  })
  .meta(says("Whose account it is."));
export type AccountParty = z.infer<typeof AccountParty>;

const Kind = z
  .string()
  .meta(
    says("charge, credit, payout, clawback, payment, adjustment or a later addition: tolerate new ones.", "charge"),
  );
const NamedOffer = z
  .object({
    id: z.number().int().meta(says("Number of the offer.", 3)),
    name: z.string().meta(says("Its name.", "Solar quotes")),
  })
  .meta(says("An offer."));

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
        first: z
          .array(
            z.object({
              kind: Kind,
              call_id: z.number().int().meta(says("Number of the call.", 1042)),
              amount: z.string().meta(says("What it adds to the balance; negative where it takes away.", "10.00")),
            }),
          )
          .meta(says("Up to twenty of them, by call.")),
      })
      .meta(says("What is not posted yet.")),
    kinds: z
      .array(
        z.object({
          kind: Kind,
          entries: z.number().int().meta(says("How many.", 120)),
          amount: z.string().meta(says("What they add to the balance; negative where they take away.", "1300.00")),
        }),
      )
      .meta(says("The kinds of entries of the account, and what each adds up to.")),
    offers: z.array(NamedOffer).meta(says("Offers whose calls have entries in the account, by name.")),
    next_rollup_at: z
      .string()
      .meta({ format: "date-time", ...says("When what is pending will be posted.", "2026-11-23T10:44:00.000Z") }),
  })
  .meta({ id: "Account", ...says("The account of a buyer or traffic source as it stands now.") });
export type Account = z.infer<typeof Account>;

export const AccountAnswer = z
  .object({ status: z.literal(200).meta(says("The HTTP status.", 200)), account: Account })
  .meta({ id: "AccountAnswer" });

export const AccountEntryQuery = z
  .strictObject({
    kind: text(1, 40).meta(says("Entries of this kind only.", "credit")),
    offer_id: IdText.meta(says("Entries of calls for this offer only.", 3)),
    call: text(1, 36).meta(says("Entries of this call only: its number or its uuid.", "1042")),
    month: MonthText.meta(says("Entries of this month of the books only.", "2026-11")),
    from: DayText.meta(says("Entries booked on this day or later. Not beside `month`.", "2026-11-01")),
    to: DayText.meta(says("Entries booked on this day or before. Not beside `month`.", "2026-11-23")),
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
    id: z.string().meta(says("Name of the entry; never reused.", "call-1042-1-charge")),
    kind: Kind,
    amount: z.string().meta(says("What it adds to the balance; negative where it takes away.", "10.00")),
    balance: z
      .string()
      .nullable()
      .meta(
        says(
          "The balance with this entry and all before it; null where a filter other than the period hides some.",
          "1250.00",
        ),
      ),
    booked_on: z.string().meta(says("The day the books have it under.", "2026-11-23")),
    service_date: z.string().meta(says("The day of the call or document.", "2026-11-23")),
    correction: z.boolean().meta(says("Booked later because the month of the service was closed.", false)),
    call: z
      .object({
        id: z.number().int().meta(says("Number of the call.", 1042)),
        uuid: z.string().meta(says("Its uuid.", "0b8e6a0e-2f2b-4c41-9b5f-0d0a6c1f7a11")),
      })
      .nullable()
      .meta(says("The call that it stems from; null for documents.")),
    document_number: z.number().int().nullable().meta(says("The document that it stems from; null for calls.", null)),
    offer: NamedOffer.nullable().meta(says("The offer of the call.")),
    offsets_entry_id: z.string().nullable().meta(says("The entry that this one takes back.", null)),
    statement_number: z
      .number()
      .int()
      .nullable()
      .meta(says("The statement that it is on; null while none has it.", 31)),
    rollup_id: z.number().int().meta(says("The rollup that posted it.", 12)),
    posted_at: z.string().meta({ format: "date-time", ...says("When it was posted.", "2026-11-23T10:43:00.000Z") }),
  })
  .meta({ id: "AccountEntry", ...says("An entry as the account of its party shows it.") });
export type AccountEntry = z.infer<typeof AccountEntry>;

export const AccountEntryList = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    entries: z
      .array(AccountEntry)
      .meta(says("Newest first, by day of the books. A filtered page may be short: read on.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last one.", null)),
      })
      .meta(says("About this page.")),
  })
  .meta({ id: "AccountEntryList" });
