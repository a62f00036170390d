import { pino } from "pino";
import { env } from "@/lib/platform/config/env";

/** Names whose values are never logged. */
const SECRET_FIELDS = ["authorization", "cookie", "password", "secret", "token", "secure_token"];

let logger: ReturnType<typeof create> | undefined;

export function log() {
  logger ??= create();
  return logger;
}

function create() {
  return pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  });
}
