import { expect, test } from "vitest";
import { setupCode } from "@/lib/access/setup-code";
import { prisma } from "@/lib/platform/sql/prisma";
import { api } from "@/lib/testing/api/api";

process.env.LOG_LEVEL = "silent";

const WANTED = {
  name: "Harbor Calls",
  currency: "USD",
  time_zone: "America/Denver",
  owner_name: "Ana Ruiz",
  owner_email: "ana@harbor.test",
  owner_password: "correct horse battery",
};
const anybody = api();
const json = { "content-type": "application/json" };
const post = (fields: object, headers = {}) =>
  anybody.send("POST", "/setup", { body: JSON.stringify(fields), headers: { ...json, ...headers } });

test("what comes from another site, is too long or of another kind creates nothing", async () => {
  const right = { ...WANTED, code: setupCode() };
  const answers = [
    await post(right, { origin: "https://evil.test" }),
    await post(right, { "sec-fetch-site": "cross-site" }),
    await post({ ...right, name: "x".repeat(17 * 1024) }),
    await anybody.send("POST", "/setup", { body: "<setup/>", headers: { "content-type": "text/xml" } }),
    await post(WANTED),
    await post({ ...WANTED, code: "wrong" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 413, 415, 422, 422]);
  expect(await prisma().company.count()).toBe(0);
});

test("the code in the address is not read, since addresses are kept in logs", async () => {
  const query = new URLSearchParams({ ...WANTED, code: setupCode() });
  expect((await anybody.send("POST", `/setup?${query}`)).status).toBe(422);
  expect(await prisma().company.count()).toBe(0);
});

test("with the code the company is created, and then the route is gone, whatever is sent", async () => {
  expect(await post({ ...WANTED, code: setupCode() })).toMatchObject({
    status: 201,
    body: { company: { name: "Harbor Calls" } },
  });
  const later = [await post({ ...WANTED, code: setupCode() }), await post({}), await anybody.post("/setup")];
  expect(later.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(await prisma().company.count()).toBe(1);
});
