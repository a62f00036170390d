import { expect, test } from "vitest";
import { PeriodAnswer, PeriodList } from "@/lib/period/contract";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";

const headers = keyOf(demo);
const present = async () =>
  read(PeriodList, await ask("GET", "/api/v1/periods", { headers })).periods.find(({ state }) => state === "open");

test("the current month is shown and cannot be closed: 409 says why", async () => {
  const month = (await present())?.month;
  const { period } = read(PeriodAnswer, await ask("GET", `/api/v1/periods/${month}`, { headers }));
  expect(period).toMatchObject({ month, state: "open", can_close: false, closed: null });
  const answer = await ask("POST", `/api/v1/periods/${month}/close`, { headers });
  expect(answer.body).toMatchObject({ status: 409, code: "conflict", detail: period.not_closable });
});

test("a month outside the books is 404, and so is an invalid month", async () => {
  for (const month of ["2199-01", "1970-01", "2026-13", "october", "2026-10-01"]) {
    for (const part of ["", "/calls", "/corrections"]) {
      expect((await ask("GET", `/api/v1/periods/${month}${part}`, { headers })).status).toBe(404);
    }
    expect((await ask("POST", `/api/v1/periods/${month}/close`, { headers })).status).toBe(404);
  }
});

test("unknown warnings and days are rejected by name", async () => {
  const month = (await present())?.month;
  const close = await ask("POST", `/api/v1/periods/${month}/close`, { headers, json: { acknowledge: ["everything"] } });
  expect(close.body).toMatchObject({ status: 422, errors: { "acknowledge[0]": expect.stringContaining("over_cap") } });
  const counted = { acknowledge: { everything: 3, over_cap: 1 } };
  const unknown = await ask("POST", `/api/v1/periods/${month}/close`, { headers, json: counted });
  expect(unknown.body).toMatchObject({ status: 422, errors: { "acknowledge[everything]": expect.any(String) } });
  const uncounted = await ask("POST", `/api/v1/periods/${month}/close`, {
    headers,
    json: { acknowledge: { over_cap: -1 } },
  });
  expect(uncounted.body).toMatchObject({ status: 422, errors: { "acknowledge[over_cap]": expect.any(String) } });
  const calls = await ask("GET", `/api/v1/periods/${month}/calls?warning=over_cap&day=2026-02-30`, { headers });
  expect(calls.body).toMatchObject({ status: 422, errors: { warning: expect.any(String), day: expect.any(String) } });
});
