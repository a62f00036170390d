import { Failure } from "../setup/failure.mjs";
import { codeOf, messageOf } from "../setup/reason.mjs";

/**
 * What is wrong by the code of PostgreSQL or of the operating system, and what to do.
 * @type {Record<string, string>}
 */
const MEANINGS = {
  "28P01": "the password is wrong",
  28000: "this role may not log in from here",
  "3D000": "there is no such database",
  53300: "no connection is left: raise max_connections, or stop what holds them",
  ECONNREFUSED: "nothing listens there: start PostgreSQL, or correct the host and the port",
  ENOTFOUND: "the host is not known",
  EAI_AGAIN: "the host is not known",
  EHOSTUNREACH: "the host is out of reach",
  ENETUNREACH: "the host is out of reach",
  ETIMEDOUT: "the host does not answer",
  ECONNRESET: "the connection is refused: it may need sslmode=require",
};
const TIMED_OUT = /timeout expired/;

/**
 * A Failure of one sentence for an error of connecting, or the error itself if it is another. Never tells the password.
 * @param {unknown} error
 * @param {string} url
 */
export function explainConnection(error, url) {
  const code = codeOf(firstOf(error));
  if (code === "ERR_INVALID_URL")
    return new Failure(`${variableOf(url)} is no address: write postgresql://role:password@host:5432/database.`);
  const meaning = TIMED_OUT.test(messageOf(error)) ? MEANINGS.ETIMEDOUT : MEANINGS[String(code)];
  return meaning ? new Failure(`${describe(url)}: ${meaning}. Check ${variableOf(url)}.`) : error;
}

/** Connecting to a name with several addresses fails with one error each. @param {unknown} error */
const firstOf = (error) => (error instanceof AggregateError ? error.errors[0] : error);

/** @param {string} url */
function describe(url) {
  const { username, hostname, port, pathname } = new URL(url);
  const role = decodeURIComponent(username) || "the user of this machine";
  return `Cannot connect to ${hostname}:${port || 5432}${pathname} as ${role}`;
}

/** @param {string} url */
function variableOf(url) {
  const name = ["DATABASE_URL", "MIGRATION_URL"].find((variable) => process.env[variable] === url);
  return name ?? "the embedded PostgreSQL: its log is postgres.log in DATA_DIR/pg";
}
