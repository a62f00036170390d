import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/platform/config/env";
import { type Attachment, addressOf, htmlOf, type Mail, subjectOf, textOf } from "./mail";

/** Whether this installation sends mail. */
export function sendsMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** A mail that the mail server did not take. Its message names no address and no content, so that it may be logged. */
export class MailNotSent extends Error {
  /** The mail server refuses this mail for good, so that sending it again is of no use. */
  readonly isFinal: boolean;

  constructor(host: string, reason: unknown) {
    const { code, responseCode } = reason as { code?: unknown; responseCode?: unknown };
    const answer = typeof responseCode === "number" ? ` ${responseCode}` : "";
    super(`The mail server ${host} did not take a mail: ${typeof code === "string" ? code : "unknown"}${answer}.`);
    this.isFinal = code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500;
  }
}

const CONNECT_AT_MOST_MS = 10_000;
const SILENT_AT_MOST_MS = 20_000;
const SEND_AT_MOST_MS = 60_000;

/** Sends one mail. The same `id` marks the same mail, when it is sent again. Throws `MailNotSent`. */
export async function sendMail(id: string, mail: Mail, attachments: readonly Attachment[] = []): Promise<void> {
  const { SMTP_URL, NEXTAUTH_URL } = env();
  if (SMTP_URL === undefined) throw new Error("SMTP_URL is not set");
  const { hostname: host } = new URL(SMTP_URL);
  const transport = open(SMTP_URL);
  const limit = AbortSignal.timeout(SEND_AT_MOST_MS);
  const late = new Promise<never>((_, reject) => {
    limit.addEventListener("abort", () => reject({ code: "ETIMEDOUT" }));
  });
  try {
    const sending = transport.sendMail({
      from: sender(),
      to: { name: "", address: addressOf(mail.to) },
      subject: subjectOf(mail.subject),
      messageId: `<${id}@${new URL(NEXTAUTH_URL).hostname}>`,
      text: textOf(mail),
      html: htmlOf(mail),
      headers: { "Auto-Submitted": "auto-generated" },
      attachments: attachments.map(({ name, mediaType, content }) => ({
        filename: name,
        contentType: mediaType,
        content: Buffer.from(content),
      })),
    });
    await Promise.race([sending, late]);
  } catch (reason) {
    throw new MailNotSent(host, reason);
  } finally {
    transport.close();
  }
}

/** Where a password is sent, the connection is encrypted. */
function open(url: string): Transporter {
  const { username, hostname } = new URL(url);
  return createTransport({
    url,
    requireTLS: username !== "" && !["127.0.0.1", "localhost", "[::1]"].includes(hostname),
    connectionTimeout: CONNECT_AT_MOST_MS,
    greetingTimeout: CONNECT_AT_MOST_MS,
    socketTimeout: SILENT_AT_MOST_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function sender(): string {
  const { MAIL_FROM, NEXTAUTH_URL } = env();
  return MAIL_FROM ?? `Callmark <callmark@${new URL(NEXTAUTH_URL).hostname}>`;
}
