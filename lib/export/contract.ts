import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const DAY_SENTENCE = "Enter a day such as 2026-11-23.";
const Day = z
  .string({ error: DAY_SENTENCE })
  .regex(/^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$/, DAY_SENTENCE)
  .refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), DAY_SENTENCE);

const LEDGER_FORMATS = ["hledger", "beancount", "csv"] as const;
export type LedgerFormatName = (typeof LEDGER_FORMATS)[number];

export const LedgerExportQuery = z
  .strictObject({
    format: z.enum(LEDGER_FORMATS, { error: "Use hledger, beancount or csv." }).meta(says("File format.", "hledger")),
    from: Day.optional().meta(
      says("First booking day. Earlier entries are summed up as opening balances.", "2026-11-01"),
    ),
    to: Day.optional().meta(says("Last booking day.", "2026-11-30")),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "The last day is before the first day. Swap them.",
  });
export type LedgerExportQuery = z.infer<typeof LedgerExportQuery>;
