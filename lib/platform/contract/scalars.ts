import { z } from "zod";

/** Requests carry text, or JSON scalars; numbers arrive as their original text. */

/** Two messages: `missing` for an absent or empty value, `wrong` for an invalid one. */
export function asks(missing: string, wrong: string) {
  return { error: ({ input }: { input?: unknown }) => (input === undefined || input === "" ? missing : wrong) };
}

const YES = new Set(["1", "true", "yes", "on"]);
const NO = new Set(["0", "false", "no", "off"]);

export const ApiBoolean = z
  .union([z.boolean(), z.string()], { error: "Use true or false (1, yes, on and 0, no, off also work)." })
  .transform((value, check) => {
    const lowerCased = String(value).toLowerCase();
    if (YES.has(lowerCased)) return true;
    if (NO.has(lowerCased)) return false;
    check.addIssue({ code: "custom", message: "Use true or false (1, yes, on and 0, no, off also work)." });
    return z.NEVER;
  })
  .meta({ type: "boolean", example: true });

const MONEY_SENTENCE =
  "Enter an amount such as 10 or 10.50: digits and at most the currency's decimals, up to 999,999,999.99, without sign or separators.";

/** A decimal text. The number of decimals is checked with the currency later. */
export const MoneyText = z
  .string(asks("Enter an amount.", MONEY_SENTENCE))
  .regex(/^[0-9]{1,9}(\.[0-9]{1,4})?$/, asks("Enter an amount.", MONEY_SENTENCE))
  // Numbers arrive as their original text.
  .meta({ type: ["string", "number"], example: "10.00" });

const DELTA_SENTENCE = "Enter an amount such as 2.50, or -2.50 to subtract, without separators.";

/** The same with a sign, for what is added to an amount. */
export const DeltaText = z
  .string(asks("Enter an amount.", DELTA_SENTENCE))
  .regex(/^[+-]?[0-9]{1,9}(\.[0-9]{1,4})?$/, asks("Enter an amount.", DELTA_SENTENCE))
  .meta({ type: ["string", "number"], example: "-2.50" });

const ID_SENTENCE = "Enter an ID such as 7.";
export const IdText = idText(ID_SENTENCE);

export function idText(missing: string) {
  return z
    .string(asks(missing, ID_SENTENCE))
    .regex(/^[1-9][0-9]{0,15}$/, asks(missing, ID_SENTENCE))
    .transform(Number)
    .refine(Number.isSafeInteger, ID_SENTENCE)
    .meta({ type: "integer", minimum: 1, example: 7 });
}

const COUNT_SENTENCE = "Enter a whole number, 0 or more.";
export const CountText = z
  .string({ error: COUNT_SENTENCE })
  .regex(/^[0-9]{1,9}$/, COUNT_SENTENCE)
  .transform(Number)
  .meta({ type: "integer", minimum: 0, example: 184 });

const TIME_SENTENCE = "Enter a time with its zone, such as 2026-11-23T10:42:00Z.";
export const TimeText = z.iso
  .datetime({ offset: true, error: TIME_SENTENCE })
  .transform((text, check) => {
    const time = new Date(text);
    const year = time.getUTCFullYear();
    if (year >= 1970 && year <= 2200) return time;
    check.addIssue({ code: "custom", message: TIME_SENTENCE });
    return z.NEVER;
  })
  .meta({ type: "string", format: "date-time", example: "2026-11-23T10:42:00Z" });

/** How many rows one page of a list returns. */
export function pageSize(atMost: number, usual: number) {
  return CountText.refine((count) => count >= 1 && count <= atMost, `Enter a number from 1 to ${atMost}.`).meta({
    description: `Number of rows per page, up to ${atMost}. Defaults to ${usual}.`,
    minimum: 1,
    maximum: atMost,
    example: usual,
  });
}

export const Cursor = text(1, 200).meta({
  description: "`next_cursor` of the previous page. Omit it to get the first page.",
  example: "MTc2Mzg5NDUyMDAwMC4xMDQy",
});

/** Text that PostgreSQL can store: no NUL, no lone surrogates. `tooShort` is the message for missing text. */
export function text(atLeast: number, atMost: number, tooShort?: string) {
  const sentence =
    atLeast === 0 ? `Enter at most ${atMost} characters.` : `Enter between ${atLeast} and ${atMost} characters.`;
  return onlyText(
    anyText()
      .min(atLeast, tooShort ?? sentence)
      .max(atMost, sentence),
  );
}

/** Line ends, other control characters, and marks that reverse the direction of text in a list or statement. */
const UNFIT_FOR_A_NAME = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A name on one line. Surrounding spaces are removed, and something visible must remain. */
export function nameText(atMost: number) {
  const sentence = `Enter a name of at most ${atMost} characters.`;
  return onlyText(anyText().trim().min(1, "Enter a name.").max(atMost, sentence))
    .refine((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), "Enter a name that can be seen.")
    .refine((value) => !UNFIT_FOR_A_NAME.test(value), "Enter the name on one line, without control characters.");
}

function anyText() {
  return z.string({ error: "Enter text." });
}

function onlyText(bounded: z.ZodString) {
  return bounded.refine(
    (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
    "Remove characters that aren’t text, such as NUL.",
  );
}

export const SideName = z
  .enum(["buyer", "offer"], { error: "Use buyer or offer." })
  .meta({ description: "Side of the call: `buyer` or `offer` (the traffic source's side).", example: "buyer" });
