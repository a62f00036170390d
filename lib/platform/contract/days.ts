import { z } from "zod";

const DAY_SENTENCE = "Enter a day such as 2026-11-23.";
const MONTH_SENTENCE = "Enter a month such as 2026-11.";

/** A day of the books, from 1970 to 2200. */
export const DayText = z
  .string({ error: DAY_SENTENCE })
  .regex(/^(19[7-9]|20\d|21\d)\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, DAY_SENTENCE)
  .refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), DAY_SENTENCE)
  .meta({ type: "string", format: "date", example: "2026-11-23" });

export const MonthText = z
  .string({ error: MONTH_SENTENCE })
  .regex(/^(19[7-9]|20\d|21\d)\d-(0[1-9]|1[0-2])$/, MONTH_SENTENCE)
  .meta({ type: "string", example: "2026-11" });
