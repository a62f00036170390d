import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.stubEnv("DATABASE_URL", "postgresql://callmark.test/callmark");
  vi.stubEnv("NEXTAUTH_SECRET", "sixteen characters");
  vi.stubEnv("CALLMARK_HASH_KEY", "sixteen characters");
  vi.stubEnv("LOG_LEVEL", "silent");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test("a database out of reach is one line a second with its cause, and the next line counts the rest", async () => {
  const { log } = await import("./log");
  const { recordRequest } = await import("@/lib/platform/http/record-request");
  const { Unavailable } = await import("@/lib/base/errors");
  const lines = vi.spyOn(log(), "error");
  const refused = new Unavailable(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }));

  for (let request = 0; request < 500; request += 1) recordRequest.failure("/calls", "", refused);
  vi.advanceTimersByTime(1_000);
  recordRequest.failure("/calls", "", refused);

  const message = "the database is out of reach: nothing listens at its address (ECONNREFUSED)";
  expect(lines.mock.calls).toEqual([
    [{ source: "database", also_failed: 0 }, message],
    [{ source: "database", also_failed: 499 }, message],
  ]);
});
