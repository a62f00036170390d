import { z } from "zod";
import { isUuid, parseId } from "@/lib/base/ids";
import { MonthText } from "@/lib/platform/contract/days";

/** Schemas of path parameters. They parse text; a value that does not match answers 404. */

export function numberOf(what: string, example = 1042) {
  return z
    .string()
    .transform((text, check) => parseId(text) ?? refuse(check))
    .meta({ type: "integer", minimum: 1, description: `ID of the ${what}.`, example });
}

export const CallReference = z
  .string()
  .transform((text, check) => {
    if (isUuid(text)) return { uuid: text.toLowerCase() };
    const id = parseId(text);
    return id === null ? refuse(check) : { id };
  })
  .meta({ type: ["integer", "string"], description: "ID or UUID of the call.", example: 1042 });

/** Outside systems identify a call by uuid only. */
export const CallUuid = z
  .string()
  .transform((text, check) => (isUuid(text) ? { uuid: text.toLowerCase() } : refuse(check)))
  .meta({
    type: "string",
    format: "uuid",
    description: "UUID of the call. A numeric ID returns 404.",
    example: "CALL_UUID",
  });

export const DeliveryId = z
  .string()
  .transform((text, check) => (isUuid(text) ? text.toLowerCase() : refuse(check)))
  .meta({
    type: "string",
    format: "uuid",
    description: "ID of the delivery: `webhook-id` of the request.",
    example: "0b8e4f52-6f0e-4d0c-9f1c-2b7a54c7a9d1",
  });

export const Month = MonthText.meta({ description: "Month of the books.", example: "2026-10" });

export const StatementNumber = z.string().meta({
  type: ["string", "integer"],
  description: "Statement number, with or without its prefix: `INV-000123` or `123`.",
  example: "INV-000123",
});

export const SecureToken = z.string().meta({
  description: "The company's secure token: 40 letters and digits.",
  example: "SECURE_TOKEN",
});

/** An endpoint's key, which is shown once, when it is created. */
export function endpointKey(whose: string, example: string) {
  return z.string().meta({
    description: `The ${whose}'s webhook key: 40 letters and digits. It is part of the URL, which is shown once when it is created.`,
    example,
  });
}

function refuse(check: z.core.$RefinementCtx): never {
  check.addIssue({ code: "custom", message: "Not found." });
  return z.NEVER;
}
