import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { Failure, Stopped } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";

/**
 * @import { SpawnOptions } from "node:child_process"
 * @typedef {Record<string, string | undefined>} Environment
 * @typedef {Omit<SpawnOptions, "env" | "signal"> & { env?: Environment, signal?: AbortSignal }} StartOptions
 */

const PATIENCE_MS = 10_000;
const ENDS_WITH_US = ["--import", pathToFileURL(inRoot("scripts/setup/end-with-parent.mjs")).href];

/**
 * Runs a program to its end; resolves to its exit code and, with `capture`, its output. With `check` (the default) a
 * code other than 0 is a Failure. Aborting `signal` ends the program first.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions & { capture?: boolean, check?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, args, { env, capture = false, check = true, signal, ...options } = {}) {
  const child = start(command, args, {
    env,
    signal,
    stdio: capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    ...options,
  });
  /** @type {Buffer[]} */
  const output = [];
  child.process.stdout?.on("data", (chunk) => output.push(chunk));
  child.process.stderr?.on("data", (chunk) => output.push(chunk));
  const code = await child.ended;
  const printed = Buffer.concat(output).toString();
  if (signal?.aborted) throw new Stopped();
  if (check && code !== 0) throw new Failure(`${[command, ...args].join(" ")} failed (${code}). ${printed}`.trim());
  return { code, output: printed };
}

/**
 * Starts a program beside this one: `ended` resolves to its exit code. `stop()`, or aborting `signal`, asks it to end,
 * and kills it after a while.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 */
export function start(command, args, { env, signal, ...options } = {}) {
  if (signal?.aborted) throw new Stopped();
  const all = command === process.execPath ? [...ENDS_WITH_US, ...args] : args;
  const child = spawn(command, all, {
    cwd: root,
    ...options,
    env: { ...process.env, ...env, CALLMARK_PARENT: String(process.pid) },
  });
  let running = true;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  }).finally(() => {
    running = false;
    signal?.removeEventListener("abort", stop);
  });
  const stop = async () => {
    if (!running) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    await ended.catch(() => {});
    clearTimeout(timer);
  };
  signal?.addEventListener("abort", stop);
  return { process: child, ended, stop };
}

/**
 * Arguments for Node that run a program of an installed package, without shell and PATH.
 * @param {string} file
 * @param {string[]} args
 */
export const packageProgram = (file, ...args) => [inRoot("node_modules", ...file.split("/")), ...args];

/**
 * Arguments for Node that run one of our TypeScript files.
 * @param {string} file
 * @param {string[]} args
 */
export const typeScript = (file, ...args) => ["--import", "tsx", inRoot(file), ...args];
