import { expect, test } from "vitest";
import { isDemoWanted } from "./demo.mjs";
import { welcome } from "./welcome.mjs";

const demo = {
  company: "Acme Home Services",
  users: [{ role: "owner", email: "owner@callmark.test", password: "correct-horse" }],
  secure_token: "token-of-the-demo",
  sample_calls: [{ uuid: "0f9c1d3e-8f53-4a0b-9a57-3a0f6f3f2a10" }],
};
const shown = (isTerminal = true) => welcome({ url: "http://localhost:3000", demo, dataDir: "/data", isTerminal });

test("a terminal shows log-ins and a conversion ready to paste", () => {
  expect(shown()).toMatch(/owner@callmark\.test +correct-horse/);
  expect(shown()).toContain("/api/v1/secure/token-of-the-demo/calls/");
});

test("what is no terminal gets no secret, and the file that has them", () => {
  expect(shown(false)).not.toMatch(/correct-horse|token-of-the-demo/);
  expect(shown(false)).toContain("/data/demo.json");
  expect(shown(false)).toContain("http://localhost:3000");
});

const LOCAL = { host: "127.0.0.1", url: "http://localhost:3000" };
const wanted = (address = {}, setting = "", what = {}) =>
  isDemoWanted({ isEmbedded: true, wasDeclined: false, address: { ...LOCAL, ...address }, ...what }, setting);

test("the first start on this machine makes the demo", () => {
  expect(wanted()).toBe("yes");
  expect(wanted({ host: "::1", url: "http://[::1]:3000" })).toBe("yes");
  expect(wanted({}, "0")).toBe("no");
  expect(wanted({}, "", { isEmbedded: false })).toBe("no");
  expect(wanted({}, "", { wasDeclined: true })).toBe("no");
});

test.each([
  { host: "0.0.0.0" },
  { host: "::" },
  { host: "203.0.113.5" },
  { url: "https://calls.harbor.test" },
  { host: "127.evil.test" },
])("a server that others reach gets no demo unless asked: %o", (address) => {
  expect(wanted(address)).toBe("public");
  expect(wanted(address, "1")).toBe("yes");
});
