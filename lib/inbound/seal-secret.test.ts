import { beforeAll, expect, test } from "vitest";
import { companyId } from "@/lib/base/ids";
import { openSecret, sealSecret } from "./seal-secret";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://nowhere.test/none";
  process.env.NEXTAUTH_SECRET ??= "a secret of the test";
  process.env.CALLMARK_HASH_KEY ??= "a hash key of the test";
});

const place = { company: companyId(7), endpointId: 3 };

test("a sealed secret opens at its own place", () => {
  const sealed = sealSecret(place, "whsec ümlaut");
  expect(openSecret(place, sealed)).toBe("whsec ümlaut");
  expect(Buffer.from(sealed).includes("whsec")).toBe(false);
});

test("the same secret is never sealed to the same bytes", () => {
  expect(sealSecret(place, "one")).not.toEqual(sealSecret(place, "one"));
});

test.each([
  ["another company", { ...place, company: companyId(8) }],
  ["another endpoint", { ...place, endpointId: 4 }],
])("it does not open at %s", (_, other) => {
  expect(() => openSecret(other, sealSecret(place, "one"))).toThrow();
});

test("it does not open with any bit changed", () => {
  const sealed = sealSecret(place, "one");
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const turned = Uint8Array.from(sealed, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(() => openSecret(place, turned)).toThrow();
  }
});
