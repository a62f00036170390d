import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifySignature } from "./verify-signature";

/** The library of Standard Webhooks signs and verifies; our decisions must equal its decisions. */
const runs = { numRuns: 300 };

const NOW = new Date("2026-11-23T10:05:00Z");
const WINDOW_SECONDS = 5 * 60;

// Its verification reads the system clock.
beforeAll(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

// Keys of whole groups of base64, so that every change of the text is one of the key.
const secret = fc
  .integer({ min: 8, max: 21 })
  .chain((groups) => fc.uint8Array({ minLength: groups * 3, maxLength: groups * 3 }))
  .chain((key) => fc.constantFrom("", "whsec_").map((prefix) => prefix + Buffer.from(key).toString("base64")));
const signed = fc
  .record({
    secret,
    id: fc.stringMatching(/^msg_[A-Za-z0-9]{1,30}$/),
    age: fc.integer({ min: -WINDOW_SECONDS, max: WINDOW_SECONDS }),
    body: fc.json(),
  })
  .map(({ secret, id, age, body }) => {
    const at = new Date(NOW.getTime() - age * 1000);
    const timestamp = String(at.getTime() / 1000);
    return { secret, id, timestamp, body, signature: new Webhook(secret).sign(id, at, body) };
  });
type Signed = { secret: string; id: string; timestamp: string; body: string; signature: string };

function ours({ secret, body, ...headers }: Signed, secrets = [secret]) {
  return verifySignature(secrets, { ...headers, body: new TextEncoder().encode(body) }, NOW);
}

function theyAccept({ secret, body, id, timestamp, signature }: Signed): boolean {
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

test("what the library signs is valid, also beside other signatures and with an older secret", () => {
  fc.assert(
    fc.property(signed, secret, signed, (message, newer, other) => {
      const among = { ...message, signature: `v1a,AAAA ${other.signature} ${message.signature}` };
      expect([theyAccept(message), theyAccept(among)]).toEqual([true, true]);
      expect([ours(message), ours(among), ours(message, [newer, message.secret])]).toEqual(["valid", "valid", "valid"]);
    }),
    runs,
  );
});

test("both reject it with one character of id, timestamp, body, signature or secret changed", () => {
  const part = fc.constantFrom("id", "timestamp", "body", "signature", "secret");
  fc.assert(
    fc.property(signed, part, fc.nat(), (message, name, at) => {
      const prefix = { signature: "v1,", secret: message.secret.startsWith("whsec_") ? "whsec_" : "" }[
        name as "secret"
      ];
      const received = { ...message, [name]: changed(message[name], at, (prefix ?? "").length) };
      expect(theyAccept(received)).toBe(false);
      expect(["wrong", "too_old"]).toContain(ours(received));
    }),
    runs,
  );
});

test("both reject it once it is five minutes old, and not a second earlier", () => {
  fc.assert(
    fc.property(signed, fc.constantFrom(-1, 1), fc.integer({ min: -2, max: 2 }), (message, direction, beyond) => {
      const at = new Date(NOW.getTime() + direction * (WINDOW_SECONDS + beyond) * 1000);
      const signature = new Webhook(message.secret).sign(message.id, at, message.body);
      const received = { ...message, timestamp: String(at.getTime() / 1000), signature };
      expect(theyAccept(received)).toBe(beyond <= 0);
      expect(ours(received)).toBe(beyond <= 0 ? "valid" : "too_old");
    }),
    runs,
  );
});

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Replaces one digit or letter by another; the padding of base64 stays. */
function changed(value: string, at: number, from: number): string {
  const length = value.replace(/=+$/, "").length - from;
  // Chooses the last position as often as all others: only it has bits that the bytes do not use.
  const place = from + (at % 2 === 0 ? length - 1 : Math.floor(at / 2) % length);
  const others = [...BASE64].filter((character) => character !== value[place]);
  return value.slice(0, place) + others[Math.floor(at / length) % others.length] + value.slice(place + 1);
}
