import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../setup/failure.mjs";
import { countOtherLeases, endLease, takeLease } from "../setup/leases.mjs";
import { withLock } from "../setup/lock.mjs";
import { messageOf } from "../setup/reason.mjs";
import { findAccount } from "./account.mjs";
import { findBinaries } from "./binaries.mjs";
import { ROLES, readOrMakeMeta, writeMeta } from "./cluster-meta.mjs";
import { guardCluster } from "./guard-cluster.mjs";
import { placeBinaries, placeCluster } from "./places.mjs";
import { answers, findFreePort } from "./ports.mjs";
import { Postgres } from "./postgres.mjs";

/**
 * @import { Meta } from "./cluster-meta.mjs"
 * @import { Settings } from "./postgres.mjs"
 */

const PRIVATE = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", log_timezone: "UTC" };

const ATTEMPTS = 20;
const PAUSE_MS = 250;

/** The embedded PostgreSQL in one directory, shared by all joined processes. */
export class Cluster {
  /** @param {string} dir */
  static async in(dir) {
    const account = findAccount();
    const binaries = findBinaries();
    const home = placeCluster(path.resolve(dir), account);
    const bin = path.join(await placeBinaries(binaries, account), "bin");
    return new Cluster(dir, new Postgres({ bin, home, account, major: binaries.major }));
  }

  /**
   * Read once it is joined.
   * @type {Meta}
   */
  meta = { passwords: {} };

  /** @type {Settings} */
  settings = PRIVATE;

  /** Until it is joined there is nothing to guard. */
  guard = { dismiss: () => {} };

  /**
   * @param {string} dir
   * @param {Postgres} postgres
   */
  constructor(dir, postgres) {
    this.dir = dir;
    this.postgres = postgres;
    this.home = postgres.home;
    this.users = path.join(this.home, "users");
    this.lock = path.join(this.home, "lock");
  }

  /**
   * Starts the server, or joins the running one.
   * @param {{ settings?: Settings, signal?: AbortSignal }} [options]
   */
  async join({ settings = {}, signal } = {}) {
    const work = async () => {
      takeLease(this.users);
      this.guard = guardCluster(this.dir);
      this.settings = { ...PRIVATE, ...settings };
      this.meta = await bringUp(this.postgres, this.settings);
    };
    await withLock(this.lock, work, { signal });
    return this;
  }

  /** Whether the server that was started last is running. */
  isServed() {
    const running = this.postgres.identity();
    return running !== null && running === readOrMakeMeta(this.home).postmaster;
  }

  /**
   * Starts a server that has ended, on its port: programs hold its address. Resolves to false if it is running.
   * @param {{ signal?: AbortSignal }} options
   */
  startAgain({ signal }) {
    const work = async () => {
      const meta = readOrMakeMeta(this.home);
      if (isUp(this.postgres, meta)) return false;
      const samePort = async () => meta.port ?? 0;
      await startServer(this.postgres, { meta, settings: this.settings, choosePort: samePort });
      return true;
    };
    return withLock(this.lock, work, { signal });
  }

  /** Stops the server unless another living process has joined it. */
  leave() {
    return withLock(this.lock, async () => {
      endLease(this.users);
      this.guard.dismiss();
      if (countOtherLeases(this.users) === 0 && isUp(this.postgres, readOrMakeMeta(this.home)))
        await this.postgres.stop();
    });
  }

  /**
   * @param {string} role
   * @param {string} database
   */
  urlFor(role, database) {
    return `postgresql://${role}:${this.meta.passwords[role]}@127.0.0.1:${this.meta.port}/${database}`;
  }
}

/**
 * @param {Postgres} postgres
 * @param {Settings} settings
 */
async function bringUp(postgres, settings) {
  const meta = readOrMakeMeta(postgres.home);
  await postgres.initialise(meta.passwords[ROLES.superuser] ?? "");
  const running = postgres.readPidFile();
  if (running && isUp(postgres, meta)) return { ...meta, port: running.port };
  const freePort = async () => (!meta.port || (await answers(meta.port)) ? findFreePort() : meta.port);
  return startServer(postgres, { meta, settings, choosePort: freePort });
}

/**
 * @param {Postgres} postgres
 * @param {{ meta: Meta, settings: Settings, choosePort: () => Promise<number> }} options
 */
async function startServer(postgres, { meta, settings, choosePort }) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort();
    try {
      await postgres.start({ ...settings, port });
      return writeMeta(postgres.home, { ...meta, port, postmaster: postgres.identity() });
    } catch (error) {
      // After a kill -9, children of the old server hold its memory for a moment.
      if (attempt === ATTEMPTS)
        throw new Failure(
          `PostgreSQL does not start, see ${postgres.log}. ${postgres.causeOfFailedStart() || messageOf(error)}`,
        );
      await sleep(PAUSE_MS);
    }
  }
}

/**
 * @param {Postgres} postgres
 * @param {Meta} meta
 */
function isUp(postgres, meta) {
  const running = postgres.identity();
  if (running === null) return false;
  if (!meta.postmaster || running === meta.postmaster) return true;
  // The process id in the file belongs to another program, and would prevent the start.
  postgres.removePidFile();
  return false;
}
