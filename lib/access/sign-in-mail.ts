import { env } from "@/lib/platform/config/env";
import type { Mail } from "@/lib/platform/mail/mail";
import { minuteOf } from "./link-mail";

type SignInFacts = { readonly companyName: string; readonly address: string | null; readonly at: Date };

/** Tells a member that somebody signed in as them on a device that they had not used before. */
export function signInMail(
  { name, email }: { readonly name: string; readonly email: string },
  { companyName, address, at }: SignInFacts,
): Mail {
  return {
    to: email,
    subject: "New sign-in to Callmark",
    paragraphs: [
      `Hello ${name},`,
      `Somebody signed in to your account at ${companyName} on a new device, at ${minuteOf(at)}${address ? ` from the address ${address}` : ""}.`,
      "If it was you, there is nothing to do. If not, set a new password, which ends all sessions, and tell an owner of your company.",
    ],
    link: { label: "See your sessions", url: `${env().NEXTAUTH_URL}/settings/security` },
  };
}
