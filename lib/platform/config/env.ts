import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().min(1, "DATABASE_URL is not set: the server's own PostgreSQL role."),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** How long a request waits for a connection before it is told that the database is out of reach. */
  DATABASE_WAIT_SECONDS: z.coerce.number().int().min(1).max(600).default(15),
  NEXTAUTH_URL: z.url().default("http://localhost:3000"),
  NEXTAUTH_SECRET: z.string().min(16, "NEXTAUTH_SECRET is not set: at least 16 characters that sign the sessions."),
  /** Keys the hash by which callers are compared without being kept in the clear. */
  CALLMARK_HASH_KEY: z
    .string()
    .min(16, "CALLMARK_HASH_KEY is not set: at least 16 characters that key the caller hash."),
  /** Where what outlives the database is kept: the exported heads of the ledgers. */
  DATA_DIR: z.string().min(1).default(".data"),
  /** Of several servers that share a directory, each names the files it writes. */
  LEDGER_HEAD_PART: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, "LEDGER_HEAD_PART takes letters, digits, - and _.")
    .optional(),
  /** Where every new link of a ledger's chain is posted, besides the file. */
  LEDGER_HEAD_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => new URL(url).protocol === "https:" || ["127.0.0.1", "localhost"].includes(new URL(url).hostname),
      "LEDGER_HEAD_URL must begin with https://.",
    )
    .optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** How many times the limits of the reference a key may ask, a minute; `off` for no limits. */
  RATE_LIMITS: z.union([z.literal("off"), z.coerce.number().positive()]).default(1),
  ROLLUP_EVERY_MINUTES: z.coerce.number().int().min(1).max(60).default(1),
  /** How many proxies in front of the server add to `X-Forwarded-For` whom they saw. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `off` where `npm run worker` runs beside the server. */
  WORKER: z.enum(["on", "off"]).default("on"),
});
export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** The environment, checked on first use. Throws with a sentence for every variable that is wrong. */
export function env(): Env {
  parsed ??= read();
  return parsed;
}

function read(): Env {
  const result = Env.safeParse(process.env);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete.\n${wrong.join("\n")}`);
}
