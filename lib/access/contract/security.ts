import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { nameText } from "@/lib/platform/contract/scalars";

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const AT = "2026-11-23T10:42:00.000Z";
const time = (what: string) => z.iso.datetime().meta(says(what, AT));

const Typed = z
  .string({ error: "Enter your password." })
  .min(1, "Enter your password.")
  .max(200, "Enter at most 200 characters.");
const CurrentPassword = Typed.meta(says("Your password, again.", "violet-tractor-91"));
export const NewPasswordText = z
  .string({ error: "Enter a password." })
  .max(200, "Enter at most 200 characters.")
  .meta(says("At least 12 characters, and none that is easy to guess.", "staple lantern orbit"));
const Code = z
  .string({ error: "Enter the code." })
  .min(6, "Enter the 6 digits that the app shows.")
  .max(40, "Enter the 6 digits that the app shows.")
  .meta(says("The 6 digits that the authenticator app shows.", "492039"));

export const PasswordChange = z
  .strictObject({ current_password: CurrentPassword, new_password: NewPasswordText })
  .meta({ id: "PasswordChange" });
export type PasswordChange = z.output<typeof PasswordChange>;

export const PasswordConfirmation = z.strictObject({ password: CurrentPassword }).meta({ id: "PasswordConfirmation" });

export const EndedSessions = z
  .object({ status: Ok, ended: z.number().int().meta(says("How many sessions were ended.", 2)) })
  .meta({ id: "EndedSessions" });

export const Session = z
  .object({
    id: z.number().int().meta(says("ID.", 31)),
    current: z.boolean().meta(says("Whether it is the session that asks.", true)),
    device: z.string().meta(says("Browser and system, as the browser names them.", "Firefox on Linux")),
    address: z.string().nullable().meta(says("The address it was started from.", "203.0.113.9")),
    created_at: time("When it was started."),
    last_used_at: time("When it was last used, to the minute."),
  })
  .meta({ id: "Session" });
export type Session = z.output<typeof Session>;

export const SessionList = z
  .object({ status: Ok, sessions: z.array(Session).meta(says("Newest first.")) })
  .meta({ id: "SessionList" });

export const Passkey = z
  .object({
    id: z.number().int().meta(says("ID.", 2)),
    name: z.string().meta(says("What you call it.", "Laptop")),
    created_at: time("When it was added."),
    last_used_at: z.iso.datetime().nullable().meta(says("When it last signed you in; null if it never did.", AT)),
  })
  .meta({ id: "Passkey" });
export type Passkey = z.output<typeof Passkey>;

export const SecondFactors = z
  .object({
    status: Ok,
    authenticator: z.boolean().meta(says("Whether an authenticator app is set up.", true)),
    passkeys: z.array(Passkey).meta(says("Oldest first.")),
    recovery_codes_left: z.number().int().meta(says("How many recovery codes are unused.", 10)),
    required: z.boolean().meta(says("Whether the company asks its members for a second factor.", false)),
  })
  .meta({ id: "SecondFactors" });
export type SecondFactors = z.output<typeof SecondFactors>;

export const AuthenticatorSecret = z
  .object({
    status: Ok,
    secret: z.string().meta(says("What the app needs, to type.", "JBSWY3DPEHPK3PXP")),
    uri: z.string().meta(says("The same for a QR code.", "otpauth://totp/Callmark?secret=JBSWY3DPEHPK3PXP")),
  })
  .meta({ id: "AuthenticatorSecret" });

export const NewAuthenticator = z
  .strictObject({
    secret: z
      .string()
      .regex(/^[A-Z2-7]{16,64}$/, "Ask for a new secret.")
      .meta(says("The secret that was shown.", "JBSWY3DPEHPK3PXP")),
    code: Code,
    password: CurrentPassword,
  })
  .meta({ id: "NewAuthenticator" });
export type NewAuthenticator = z.output<typeof NewAuthenticator>;

export const RecoveryCodes = z
  .object({
    status: Ok,
    recovery_codes: z
      .array(z.string())
      .meta(says("Each works once in place of a code. They are shown only in this answer.", ["k3f9-x2mq-7tva"])),
  })
  .meta({ id: "RecoveryCodes" });

const Browser = z.record(z.string(), z.unknown());
export const PasskeyOptions = z
  .object({ status: Ok, options: Browser.meta(says("What the browser’s WebAuthn interface takes.", {})) })
  .meta({ id: "PasskeyOptions" });

export const NewPasskey = z
  .strictObject({
    name: nameText(200).meta(says("What you call it.", "Laptop")),
    password: CurrentPassword,
    response: z.string().max(20_000).meta(says("What the browser made, as JSON.", "{}")),
  })
  .meta({ id: "NewPasskey" });
export type NewPasskey = z.output<typeof NewPasskey>;
export const AddedPasskey = z
  .object({ status: z.literal(201).meta(says("HTTP status.", 201)), passkey: Passkey })
  .meta({ id: "AddedPasskey" });

export const Done = z.object({ status: Ok }).meta({ id: "Done" });
