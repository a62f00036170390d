import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers, findFreePort } from "../database/ports.mjs";
import { Failure } from "../setup/failure.mjs";
import { inRoot, root } from "../setup/paths.mjs";
import { pidOf } from "../setup/process-identity.mjs";
import { start } from "../setup/run.mjs";

/**
 * @import { Environment } from "../setup/run.mjs"
 * @import { Demo } from "../setup/welcome.mjs"
 */

const NPM_START_AT_MOST_MS = 60 * 60_000;
/** Directories and variables that a fresh clone does not have. */
const NOT_THEIRS =
  /^(DATABASE_URL|MIGRATION_URL|DATA_DIR|SEED_DEMO|PUBLIC_URL|NEXT.*|CALLMARK_.*|LD_PRELOAD|FAKETIME.*|npm_(lifecycle|package).*)$/;

/**
 * Runs the README's commands in a copy of the tracked files with an empty home directory, as a newcomer would.
 * @param {{ dir: string, signal: AbortSignal }} options
 */
export async function runBareClone({ dir, signal }) {
  const clone = path.join(dir, "clone");
  copyTracked(clone);
  const readme = readFileSync(path.join(clone, "README.md"), "utf8");
  const port = await findFreePort();
  const env = newcomer({ home: path.join(dir, "home"), port });
  /** @type {string[]} */
  const failures = [];
  let passed = 0;
  /**
   * @param {string} title
   * @param {boolean | Promise<boolean>} isKept
   */
  const promise = async (title, isKept) => {
    if (await isKept) passed += 1;
    else failures.push(`README: ${title}`);
  };

  await promise("names the two commands", /```sh\nnpm start\nnpm test\n```/.test(readme));
  const first = await npmStart(clone, env, signal);
  const demo = JSON.parse(readFileSync(path.join(clone, ".data/demo.json"), "utf8"));
  await promise("npm start serves the sign-in page", isServed(`http://localhost:${port}/sign-in`));
  await promise("its curl converts a call of the demo", converts(curlOf(readme), demo, port));
  await promise("npm start says within a screen where its log-ins are", first.printed().split("\n").length <= 40);
  await promise("npm start says so", first.printed().includes("demo.json"));
  await promise("npm start prints no secret where there is no terminal", !first.printed().includes(demo.secure_token));
  await first.stop();
  await promise(
    "npm start leaves nothing running",
    answers(port).then((still) => !still),
  );

  const second = await npmStart(clone, env, signal);
  await promise("a second start builds and installs nothing", !/Building|Installing|Seeding/.test(second.printed()));
  const third = spawnSync("npm", ["start"], {
    cwd: clone,
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    encoding: "utf8",
  });
  await promise(
    "npm start says that it is running already, and where",
    third.status === 1 && third.stderr.includes(`running already at http://localhost:${port}`),
  );
  const killed = postmasterOf(clone);
  process.kill(killed, "SIGKILL");
  const isBack = async () => postmasterOf(clone) !== killed && convertsAgain(demo, port);
  await promise("a killed PostgreSQL is back within ten seconds", within(10_000, isBack));
  const { identity } = JSON.parse(readFileSync(path.join(clone, ".data/server.json"), "utf8"));
  process.kill(pidOf(identity), "SIGKILL");
  const isGone = async () => !(await answers(port)) && postmasterOf(clone) === 0;
  await promise("a killed npm start leaves nothing running", within(20_000, isGone));
  await second.stop();

  const test = spawnSync("npm", ["test", "--", "format"], {
    cwd: clone,
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    encoding: "utf8",
  });
  await promise("npm test ends with the counts", /\n1 passed, 0 failed\n$/.test(test.stdout));
  return { passed, failures, output: `${passed} of the README's promises kept` };
}

/** @param {string} clone */
function copyTracked(clone) {
  const listed = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  if (listed.status !== 0) throw new Failure("This is no git checkout, so there is nothing to clone.");
  for (const file of listed.stdout.split("\0").filter(Boolean)) cpSync(inRoot(file), path.join(clone, file));
}

/**
 * @param {{ home: string, port: number }} options
 * @returns {Environment}
 */
function newcomer({ home, port }) {
  mkdirSync(home, { recursive: true });
  const theirs = Object.entries(process.env).filter(([name]) => !NOT_THEIRS.test(name));
  return { ...Object.fromEntries(theirs), HOME: home, PORT: String(port) };
}

/**
 * Resolves when the welcome text was printed.
 * @param {string} clone
 * @param {Environment} env
 * @param {AbortSignal} signal
 */
async function npmStart(clone, env, signal) {
  const npm = start("npm", ["start"], { cwd: clone, env, signal, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  /** @type {Promise<void>} */
  const isUp = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure("npm start did not come up in an hour.")), NPM_START_AT_MOST_MS);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      printed += chunk;
      if (!printed.includes("Ctrl-C stops everything")) return;
      clearTimeout(timer);
      resolve();
    };
    npm.process.stdout?.on("data", read);
    npm.process.stderr?.on("data", read);
    npm.ended.then((code) => reject(new Failure(`npm start ended (${code}).\n${printed}`)), reject);
  });
  await isUp;
  return { printed: () => printed, stop: npm.stop };
}

/** @param {string} url */
const isServed = (url) => fetch(url).then(({ status }) => status === 200);

/**
 * The process id of the embedded PostgreSQL; 0 if it is not running.
 * @param {string} clone
 */
function postmasterOf(clone) {
  const home = path.join(clone, ".data/pg");
  const elsewhere = path.join(home, "elsewhere");
  const place = existsSync(elsewhere) ? readFileSync(elsewhere, "utf8").trim() : home;
  const file = path.join(place, "data/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}

/**
 * @param {number} milliseconds
 * @param {() => Promise<boolean>} isTrue
 */
async function within(milliseconds, isTrue) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    if (await isTrue().catch(() => false)) return true;
    await sleep(100);
  }
  return false;
}

/**
 * @param {Demo} demo
 * @param {number} port
 */
async function convertsAgain({ secure_token, sample_calls }, port) {
  const path = `/api/v1/secure/${secure_token}/calls/${sample_calls[0]?.uuid}?buyer_converted=true&revenue=11`;
  return (await fetch(`http://localhost:${port}${path}`, { method: "PUT" })).status === 200;
}

/**
 * Method and URL of the README's curl, sent without curl, which may not be installed.
 * @param {string} readme
 */
function curlOf(readme) {
  const match = /curl -X (\w+) \\\n\s+"([^"]+)"/.exec(readme);
  if (!match?.[1] || !match[2]) throw new Failure("The README has no curl line.");
  return { method: match[1], address: match[2] };
}

/**
 * @param {{ method: string, address: string }} curl
 * @param {Demo} demo
 * @param {number} port
 */
async function converts({ method, address }, demo, port) {
  const url = address
    .replace("localhost:3000", `localhost:${port}`)
    .replace("SECURE_TOKEN", demo.secure_token)
    .replace("CALL_UUID", demo.sample_calls[0]?.uuid ?? "");
  const answer = await (await fetch(url, { method })).json();
  return answer.changed === true && answer.call.buyer_converted === true && answer.call.revenue === "10.00";
}
