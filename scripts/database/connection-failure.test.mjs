import { afterEach, expect, test, vi } from "vitest";
import { Failure } from "../setup/failure.mjs";
import { explainConnection } from "./connection-failure.mjs";
import { connected } from "./roles.mjs";

const URL = "postgresql://callmark_server:a%20secret@127.0.0.1:1/callmark";
/** @param {string} code */
const withCode = (code) => Object.assign(new Error("it broke"), { code });

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["28P01", "the password is wrong"],
  ["3D000", "there is no such database"],
  ["28000", "this role may not log in from here"],
  ["ENOTFOUND", "the host is not known"],
])("%s is told in one sentence with what to check, without the password", (code, words) => {
  vi.stubEnv("DATABASE_URL", URL);
  expect(explainConnection(withCode(code), URL)).toEqual(
    new Failure(`Cannot connect to 127.0.0.1:1/callmark as callmark_server: ${words}. Check DATABASE_URL.`),
  );
});

test("a real refusal, and an address that is none, are told too", async () => {
  vi.stubEnv("MIGRATION_URL", URL);
  await expect(connected(URL, async () => {})).rejects.toThrow("nothing listens there");
  vi.stubEnv("MIGRATION_URL", "db.test");
  await expect(connected("db.test", async () => {})).rejects.toThrow("MIGRATION_URL is no address");
});

test("another error stays what it is", () => {
  const bug = new Error("a bug");
  expect(explainConnection(bug, URL)).toBe(bug);
});
