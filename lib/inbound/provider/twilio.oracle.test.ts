import fc from "fast-check";
import { getExpectedBodyHash, getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from "twilio";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "./sample-event";
import { twilio } from "./twilio";

/** Twilio's own library signs and verifies; our decisions must equal its decisions. */
const runs = { numRuns: 300 };

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,11}$/);
const text = fc.string({ unit: "grapheme", maxLength: 20 });
const token = fc.stringMatching(/^[0-9a-f]{32}$/);
const port = fc.constantFrom("", ":80", ":443", ":8443");
const scheme = fc.constantFrom("https", "http");
const parameters = fc.dictionary(word, fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 })), { maxKeys: 8 });
const pair = fc.tuple(
  fc.oneof(
    word,
    word.map((name) => `tokens[${name}]`),
    word.map((name) => `tokens%5B${name}%5D`),
  ),
  text,
);
const query = fc
  .array(pair, { maxLength: 5 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&"));
const address = fc
  .tuple(scheme, port, word, query)
  .map(([by, at, path, asked]) => `${by}://callmark.test${at}/api/v1/intake/twilio/${path}${asked && `?${asked}`}`);

type Parameters = Record<string, string | string[]>;

function formOf(fields: Parameters): string {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();
}

function verify(url: string, body: string, signature: string, secret: string) {
  return twilio.verify(sampleEvent({ url, body, headers: { "X-Twilio-Signature": signature } }), [secret]);
}

describe("form posts", () => {
  test("what Twilio signs is valid, with or without the port that it may add", () => {
    fc.assert(
      fc.property(address, parameters, token, (url, fields, secret) => {
        const signatures = [url, withoutPort(url), withStandardPort(url)].map((signed) =>
          getExpectedTwilioSignature(secret, signed, fields),
        );
        for (const signature of signatures) {
          expect(validateRequest(secret, signature, url, fields)).toBe(true);
          expect(verify(url, formOf(fields), signature, secret)).toBe("valid");
        }
      }),
      runs,
    );
  });

  test("both reject it with one character of URL, parameters, signature or token changed", () => {
    const changes = fc.record({ at: fc.nat(), part: fc.constantFrom("url", "fields", "signature", "token") });
    fc.assert(
      fc.property(address, parameters, token, changes, (url, fields, secret, { at, part }) => {
        const named = { ...fields, CallSid: "CA1" };
        const signature = getExpectedTwilioSignature(secret, url, named);
        const change = (name: typeof part, value: string) => (name === part ? changed(value, at) : value);
        const keyAt = url.indexOf("/twilio/") + "/twilio/".length;
        const received = {
          url: url.slice(0, keyAt) + change("url", url.slice(keyAt)),
          fields: { ...named, CallSid: change("fields", "CA1") },
          signature: change("signature", signature),
          token: change("token", secret),
        };
        expect(validateRequest(received.token, received.signature, received.url, received.fields)).toBe(false);
        expect(verify(received.url, formOf(received.fields), received.signature, received.token)).toBe("wrong");
      }),
      runs,
    );
  });
});

describe("JSON posts", () => {
  const signed = fc.tuple(address, fc.json(), token).map(([url, body, secret]) => {
    const hashed = `${url}${url.includes("?") ? "&" : "?"}bodySHA256=${getExpectedBodyHash(body)}`;
    return { url: hashed, body, secret, signature: getExpectedTwilioSignature(secret, hashed, {}) };
  });

  test("what Twilio signs through the hash of the body is valid", () => {
    fc.assert(
      fc.property(signed, ({ url, body, secret, signature }) => {
        expect(validateRequestWithBody(secret, signature, url, body)).toBe(true);
        expect(verify(url, body, signature, secret)).toBe("valid");
      }),
      runs,
    );
  });

  test("both reject it with one character of the body or its hash changed", () => {
    fc.assert(
      fc.property(signed, fc.nat(), fc.boolean(), ({ url, body, secret, signature }, at, inBody) => {
        const [received, hashed] = inBody ? [changed(body, at), url] : [body, changed(url, url.length - 1 - (at % 64))];
        expect(validateRequestWithBody(secret, signature, hashed, received)).toBe(false);
        expect(verify(hashed, received, signature, secret)).toBe("wrong");
      }),
      runs,
    );
  });
});

/** Another character of the same kind, so that a URL stays a URL. */
function changed(value: string, at: number): string {
  const place = at % value.length;
  const other = value[place] === "7" ? "8" : "7";
  return value.slice(0, place) + other + value.slice(place + 1);
}

const PORT = /^(https?:\/\/[^/:]+)(:\d+)?/;
const withoutPort = (url: string) => url.replace(PORT, "$1");
const withStandardPort = (url: string) =>
  url.replace(PORT, (whole, host: string, at?: string) =>
    at ? whole : host + (url.startsWith("https") ? ":443" : ":80"),
  );
