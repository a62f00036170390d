import { z } from "zod";
import { nameText, text } from "@/lib/platform/contract/scalars";

const PASSWORD_CHARACTERS = 12;
const EMAIL_SENTENCE = "Enter an email address such as ana@example.test.";

/** A company and its first owner. */
export const NewCompanyWithOwner = z.strictObject({
  name: nameText(200),
  currency: text(3, 3, "Enter a currency such as USD.").toUpperCase(),
  time_zone: text(1, 64, "Enter a time zone such as America/Denver."),
  owner_name: nameText(200),
  owner_email: z.email(EMAIL_SENTENCE).max(254, EMAIL_SENTENCE),
  owner_password: z
    .string()
    .min(PASSWORD_CHARACTERS, `Enter a password of at least ${PASSWORD_CHARACTERS} characters.`)
    .max(200, "Enter at most 200 characters."),
});
export type NewCompanyWithOwner = z.output<typeof NewCompanyWithOwner>;
