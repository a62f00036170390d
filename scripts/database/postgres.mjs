import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { identityOf, isStillRunning } from "../setup/process-identity.mjs";
import { run } from "../setup/run.mjs";

/**
 * @import { Account } from "./account.mjs"
 * @typedef {Record<string, string | number>} Settings
 */

const READY = "database system is ready to accept connections";
const REASON_OF_END = /(?:LOG: +(received \w+ shutdown request)|PANIC: +(.*))$/;
const COMPLAINT = /\b(FATAL|PANIC): /;
/** Far more than PostgreSQL writes while it ends or fails to start. */
const END_BYTES = 16_384;

/** PostgreSQL's programs on one data directory, run by `account` (see account.mjs). */
export class Postgres {
  /** @param {{ bin: string, home: string, account: Account | null, major: number }} options */
  constructor({ bin, home, account, major }) {
    this.bin = bin;
    this.home = home;
    this.account = account;
    this.major = major;
    this.data = path.join(home, "data");
    this.log = path.join(home, "postgres.log");
  }

  /**
   * Creates the data directory unless it exists; an incomplete one is created again.
   * @param {string} password
   */
  async initialise(password) {
    if (existsSync(this.data)) return this.refuseOtherMajor();
    const unfinished = path.join(this.home, "data.new");
    const passwordFile = path.join(this.home, "password");
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    this.give(unfinished);
    this.write(passwordFile, password);
    const locale = this.major >= 17 ? ["--locale-provider=builtin", "--locale=C.UTF-8"] : ["--locale=C"];
    const options = [
      "-U",
      "postgres",
      "--pwfile",
      passwordFile,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--no-sync",
    ];
    try {
      await this.program("initdb", ["-D", unfinished, ...options, ...locale]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    renameSync(unfinished, this.data);
  }

  refuseOtherMajor() {
    const made = Number(readFileSync(path.join(this.data, "PG_VERSION"), "utf8"));
    if (made === this.major) return;
    throw new Failure(
      `The database in ${this.home} was made by PostgreSQL ${made}, this is ${this.major}: dump and restore it, or set another DATA_DIR.`,
    );
  }

  /**
   * Throws if the server does not start; the reason is in the log.
   * @param {Settings} settings
   */
  async start(settings) {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
    this.write(path.join(this.data, "postgresql.auto.conf"), lines.join(""));
    if (!existsSync(this.log)) this.write(this.log, "");
    await this.program("pg_ctl", ["start", "-D", this.data, "-l", this.log, "-w", "-t", "300", "-s"]);
  }

  async stop() {
    await this.program("pg_ctl", ["stop", "-D", this.data, "-m", "fast", "-w", "-t", "300", "-s"]);
  }

  /** Why the server ended, as the end of a sentence about it. A killed one says nothing in its log. */
  causeOfEnd() {
    const found = this.linesSinceReady().flatMap((line) => REASON_OF_END.exec(line)?.slice(1) ?? []);
    const reason = found.find((words) => words);
    return reason ? `ended: ${reason}` : "was killed";
  }

  /** Why the server does not start: the last complaint of its log. */
  causeOfFailedStart() {
    return this.linesSinceReady().findLast((line) => COMPLAINT.test(line)) ?? "";
  }

  linesSinceReady() {
    const lines = endOf(this.log).split("\n");
    return lines.slice(lines.findLastIndex((line) => line.includes(READY)) + 1);
  }

  /** The process that serves the data directory, or null. */
  identity() {
    const file = this.readPidFile();
    if (!file || !isStillRunning(String(file.pid))) return null;
    return identityOf(file.pid);
  }

  readPidFile() {
    try {
      const [pid, , , port] = readFileSync(path.join(this.data, "postmaster.pid"), "utf8").split("\n");
      return { pid: Number(pid), port: Number(port) };
    } catch {
      return null;
    }
  }

  removePidFile() {
    rmSync(path.join(this.data, "postmaster.pid"), { force: true });
  }

  /**
   * @param {string} name
   * @param {string[]} args
   */
  program(name, args) {
    const env = { LC_ALL: "C", LC_MESSAGES: "C" };
    return run(path.join(this.bin, name), args, { cwd: this.home, env, capture: true, ...this.account });
  }

  /**
   * @param {string} file
   * @param {string} text
   */
  write(file, text) {
    writeFileSync(file, text, { mode: 0o600 });
    this.give(file);
  }

  /** @param {string} file */
  give(file) {
    if (this.account) chownSync(file, this.account.uid, this.account.gid);
  }
}

/** @param {string} file */
function endOf(file) {
  if (!existsSync(file)) return "";
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(END_BYTES);
    const from = Math.max(0, fstatSync(descriptor).size - END_BYTES);
    return buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, END_BYTES, from));
  } finally {
    closeSync(descriptor);
  }
}
