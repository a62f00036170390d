import { z } from "zod";
import { CannotStart } from "@/lib/base/errors";
import { Limits } from "./limits";

function hosts(about: string) {
  const HOST = "(https?://)?[A-Za-z0-9.*\\[\\]-]+(:[0-9]{1,5})?";
  return z
    .string()
    .regex(new RegExp(`^(${HOST}( +${HOST})*)?$`), "Enter hosts, separated by spaces.")
    .default("")
    .describe(about);
}

/** The hosts in the value of such a variable. */
export function hostsIn(value: string): string[] {
  return value.toLowerCase().split(" ").filter(Boolean);
}

/** The server's environment variables; `.env.example` is generated from it. */
export const Env = z.object({
  ...Limits.shape,
  DATABASE_URL: z
    .string()
    .min(1, "DATABASE_URL is not set: the server's own PostgreSQL role.")
    .describe("The address by which the server logs in to PostgreSQL, with a role that owns nothing."),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10).describe("How many connections the server opens."),
  DATABASE_PREPARED: z
    .enum(["on", "off"])
    .default("on")
    .describe("Set it to off behind a pooler that keeps no prepared statements, such as PgBouncer before 1.21."),
  DATABASE_WAIT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(15)
    .describe("How long a request waits for a connection before it is told that the database is out of reach."),
  MEDIA_HOSTS: hosts(
    "Hosts, separated by spaces, from which browsers may play recordings, such as https://recordings.example.test.",
  ),
  NEXTAUTH_URL: z.url().default("http://localhost:3000").describe("The address that people use."),
  NEXTAUTH_SECRET: z
    .string()
    .min(16, "NEXTAUTH_SECRET is not set: at least 16 characters that sign the sessions.")
    .describe("Signs the sessions: at least 16 characters."),
  CALLMARK_HASH_KEY: z
    .string()
    .min(16, "CALLMARK_HASH_KEY is not set: at least 16 characters that key the caller hash.")
    .describe("Keys the hash by which callers are compared without being stored in the clear: at least 16 characters."),
  DATA_DIR: z
    .string()
    .min(1)
    .default(".data")
    .describe("Where what outlives the database is stored: the exported heads of the ledgers."),
  HOSTS: hosts("Further hosts, separated by spaces, for which requests are answered besides that of NEXTAUTH_URL."),
  LEDGER_HEAD_PART: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, "LEDGER_HEAD_PART takes letters, digits, - and _.")
    .optional()
    .describe("Of several servers that share a directory, each names the files it writes."),
  LEDGER_HEAD_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => new URL(url).protocol === "https:" || ["127.0.0.1", "localhost"].includes(new URL(url).hostname),
      "LEDGER_HEAD_URL must begin with https://.",
    )
    .optional()
    .describe("An https address to which every new link of a ledger's chain is posted, besides the file."),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("What is logged: info writes a line for each request."),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>@\r\n",]+ <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/,
      "Enter an address, such as Callmark <calls@example.test>.",
    )
    .optional()
    .describe(
      "Whom mail comes from, such as Callmark <calls@example.test>; by default callmark at the host of NEXTAUTH_URL.",
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, "METRICS_TOKEN is too short: at least 16 characters.")
    .optional()
    .describe(
      "Lets a monitoring system read /metrics, as a bearer token of at least 16 characters; without it nobody can.",
    ),
  OUTGOING_ALLOWED: z
    .string()
    .regex(
      /^([A-Za-z0-9.:-]+(\/[0-9]{1,3})?( +[A-Za-z0-9.:-]+(\/[0-9]{1,3})?)*)?$/,
      "Enter hosts, addresses or networks, separated by spaces.",
    )
    .default("")
    .describe(
      "Hosts, addresses and networks of your own, separated by spaces, to which outgoing webhooks may be sent although they are not public, such as hooks.internal.test 10.1.0.0/16.",
    ),
  RATE_LIMITS: z
    .union([z.literal("off"), z.coerce.number().positive()])
    .default(1)
    .describe(
      "How many times the limits of the API reference a key may ask, a minute, of all servers together; off for no limits.",
    ),
  ROLLUP_EVERY_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(60)
    .default(1)
    .describe("How often what is pending is posted to the ledger."),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "SMTP_URL must begin with smtp:// or smtps://." })
    .optional()
    .describe(
      "The mail server, such as smtps://name:password@mail.example.test; without it nothing is mailed, and links are shown to whoever may pass them on.",
    ),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe("How many proxies in front of the server add to X-Forwarded-For whom they saw."),
  WORKER_DATABASE_URL: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Behind a pooler in transaction mode: the same role and database by a direct address, on which workers are notified of new jobs.",
    ),
  WORKER: z.enum(["on", "off"]).default("on").describe("Set it to off where npm run worker runs beside the server."),
});
export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** The environment, checked on first use. Throws an error that names every invalid variable. */
export function env(): Env {
  parsed ??= read();
  return parsed;
}

function read(): Env {
  // Files of variables name those that are not set, too.
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = Env.safeParse(set);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new CannotStart(`Invalid environment variables:\n${wrong.join("\n")}`);
}
