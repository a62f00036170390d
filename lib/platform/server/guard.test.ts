import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://callmark.test/callmark");
  vi.stubEnv("NEXTAUTH_SECRET", "sixteen characters");
  vi.stubEnv("CALLMARK_HASH_KEY", "sixteen characters");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function headersAt(url: string) {
  vi.stubEnv("NEXTAUTH_URL", url);
  const { setSecurityHeaders } = await import("./guard");
  const headers = new Map<string, unknown>();
  setSecurityHeaders({
    setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value),
  } as unknown as ServerResponse);
  return headers;
}

test("behind https browsers are told to ask by https only, for a year and on subdomains", async () => {
  const headers = await headersAt("https://calls.harbor.test");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
});

test("without https they are not, since they could ask no more", async () => {
  expect((await headersAt("http://localhost:3000")).has("strict-transport-security")).toBe(false);
});

test("an answer of the API may run no inline script, be framed or sniffed, nor change where links lead", async () => {
  const headers = await headersAt("https://calls.harbor.test");
  const policy = String(headers.get("content-security-policy"));
  for (const part of ["script-src 'self';", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(part);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
});
