import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { findAccount } from "@/scripts/database/account.mjs";
import { findFreePort } from "@/scripts/database/ports.mjs";
import { collectRuntime } from "@/scripts/setup/collect-runtime.mjs";
import { WITHOUT_OWNER_SECRETS } from "@/scripts/setup/owner-secrets.mjs";
import { start } from "@/scripts/setup/run.mjs";
import { keyOf } from "./support/credentials";
import { demo, environment, userOf } from "./support/demo";

const MEBIBYTES_AT_MOST = 250;
const WITHIN = { timeout: 120_000, interval: 20 };

const parent = mkdtempSync(path.join(os.tmpdir(), "callmark-runtime-"));
const tree = path.join(parent, "tree");
const data = path.join(parent, "data");
let mebibytes: number;
beforeAll(async () => {
  mebibytes = (await collectRuntime({ build: environment("BUILD"), dir: tree })).bytes / 1024 / 1024;
  execFileSync("chmod", ["-R", "a-w,a+rX", tree]);
  mkdirSync(data);
  chmodSync(data, 0o777);
  chmodSync(parent, 0o755);
});
afterAll(() => {
  execFileSync("chmod", ["-R", "u+w", tree]);
  rmSync(parent, { recursive: true, force: true });
});

/** Runs a command of the runtime files as an unprivileged account, which can write to its data alone. */
function startCommand(name: string, env: Readonly<Record<string, string>>) {
  const command = start(process.execPath, [`scripts/runtime/${name}.mjs`], {
    cwd: tree,
    stdio: "ignore",
    env: {
      DATA_DIR: data,
      LOG_LEVEL: "silent",
      WORKER: "off",
      ...(name === "migrate" ? {} : WITHOUT_OWNER_SECRETS),
      ...env,
    },
    ...findAccount(),
  });
  onTestFinished(command.stop);
  return command;
}

test(`the runtime files take at most ${MEBIBYTES_AT_MOST} MiB`, () => {
  expect(mebibytes).toBeLessThan(MEBIBYTES_AT_MOST);
});

test("they can be neither written nor resolved against the sources", () => {
  const account = findAccount();
  if (!account) expect(() => writeFileSync(path.join(tree, "package.json"), "")).toThrow("EACCES");
  expect(createRequire(path.join(tree, "package.json")).resolve("pg")).toContain(tree);
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");

/** The cookies of a signed-in owner. */
async function signIn(url: string): Promise<string> {
  const { email, password } = userOf(demo, "owner");
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  return cookiesOf(answer);
}

test("a server starts from them, as an unprivileged account, and serves pages and API", async () => {
  const port: number = await findFreePort();
  const server = startCommand("server", { PORT: String(port), NEXTAUTH_URL: `http://localhost:${port}` });
  const url = `http://127.0.0.1:${port}`;
  const statusOf = (address: string, headers = {}) =>
    fetch(`${url}${address}`, { headers, redirect: "manual" }).then(({ status }) => status, String);
  await expect.poll(() => statusOf("/health/ready"), WITHIN).toBe(200);
  expect(await statusOf("/sign-in")).toBe(200);
  expect(await statusOf("/calls", { cookie: await signIn(url) })).toBe(200);
  expect(await statusOf("/api/v1/calls", keyOf(demo))).toBe(200);
  await server.stop();
  expect(await server.ended).toBe(0);
});

test.each(["migrate", "verify-books"])("%s runs from them", async (name) => {
  expect(await startCommand(name, {}).ended).toBe(0);
});
