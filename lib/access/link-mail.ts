import type { Mail } from "@/lib/platform/mail/mail";
import type { LinkKind } from "./sql/member-links";

type Shown = { readonly link: string; readonly companyName: string; readonly expiresAt: Date };

/** The mail with a link by which a member sets a password. */
export function linkMail(
  { name, email }: { readonly name: string; readonly email: string },
  kind: LinkKind,
  { link, companyName, expiresAt }: Shown,
): Mail {
  const once = `The link works once, until ${minuteOf(expiresAt)}.`;
  if (kind === "invitation")
    return {
      to: email,
      subject: `Join ${companyName} on Callmark`,
      paragraphs: [
        `Hello ${name},`,
        `You were invited to ${companyName} on Callmark. Choose the password that you will sign in with. ${once}`,
      ],
      link: { label: "Choose your password", url: link },
    };
  return {
    to: email,
    subject: "Set a new password for Callmark",
    paragraphs: [
      `Hello ${name},`,
      `Somebody asked for a new password for your account at ${companyName}. ${once}`,
      "If it was not you, do nothing: your password stays as it is.",
    ],
    link: { label: "Set a new password", url: link },
  };
}

/** Where the reader is, is not known. */
export function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
