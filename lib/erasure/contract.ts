import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { CountText, Cursor, pageSize, text } from "@/lib/platform/contract/scalars";

const LONGEST_DAYS = 36_500;

/** The error for a caller that is not a phone number. */
export const CALLER_SENTENCE = "Enter a phone number with its country code and a +, such as +13035550142.";
const DAYS_SENTENCE = `Enter a whole number of days up to ${LONGEST_DAYS}, or 0 for never.`;
const Days = z
  .union([z.null(), CountText], { error: DAYS_SENTENCE })
  .transform((days) => days || null)
  .refine((days) => days === null || days <= LONGEST_DAYS, DAYS_SENTENCE)
  .meta({
    type: "integer",
    minimum: 0,
    ...says("Days after the start of a call. Send 0 to keep personal data indefinitely.", 730),
  });
const Caller = text(1, 64, CALLER_SENTENCE).meta(says("Phone number with its country code.", "+13035550142"));

export const ErasureSetting = z.strictObject({ erase_after_days: Days }).meta({ id: "ErasureSetting" });
export const NewErasure = z.strictObject({ caller: Caller }).meta({ id: "NewErasure" });
export const ErasurePreviewQuery = z
  .strictObject({ caller: Caller.optional(), erase_after_days: Days.optional() })
  .meta({ id: "ErasurePreviewQuery" });
export const ErasureQuery = z.strictObject({ cursor: Cursor, per_page: pageSize(200, 50) }).partial();

const Calls = z.number().int().meta(says("Number of calls whose personal data was erased.", 3));
const Ok = z.literal(200).meta(says("HTTP status.", 200));
const EraseAfter = z
  .number()
  .int()
  .nullable()
  .meta(says("Days after which personal data is erased automatically. Null for never.", 730));

export const Erasure = z
  .object({
    id: z.number().int().meta(says("ID of the erasure.", 5)),
    erased_at: z
      .string()
      .meta({ format: "date-time", ...says("When the data was erased.", "2026-11-23T10:43:00.000Z") }),
    calls: Calls,
    started_before: z
      .string()
      .nullable()
      .meta({
        format: "date-time",
        ...says("Calls that started before this time were erased. Null if one caller was erased.", null),
      }),
    caller_hash: z
      .string()
      .nullable()
      .meta(
        says(
          "Keyed hash of the caller's number, hexadecimal. Null if calls were erased by age. The number itself isn't stored.",
          null,
        ),
      ),
    by: z.string().meta(says("Who requested the erasure.", "Ana Ruiz")),
  })
  .meta({ id: "Erasure", ...says("Record of an erasure. It doesn't reveal whose data was erased.") });
export type Erasure = z.infer<typeof Erasure>;

export const ErasureAnswer = z.object({ status: Ok, calls: Calls }).meta({ id: "ErasureAnswer" });
export const ErasurePreview = z
  .object({ status: Ok, calls: z.number().int().meta(says("Number of calls whose personal data would be erased.", 3)) })
  .meta({ id: "ErasurePreview" });
export const ErasureSettingAnswer = z
  .object({ status: Ok, erase_after_days: EraseAfter })
  .meta({ id: "ErasureSettingAnswer" });
export const ErasureList = z
  .object({
    status: Ok,
    erase_after_days: EraseAfter,
    erasures: z.array(Erasure).meta(says("Erasures, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "ErasureList" });
export type ErasureList = z.infer<typeof ErasureList>;
