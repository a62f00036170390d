import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReportedCall } from "@/lib/call/domain/reported-call";
import type { Parsed } from "./parsed";
import { PROVIDERS } from "./providers";
import { RECEIVED_AT, sampleEvent } from "./sample-event";

const settings = { timeZone: "America/Denver" };
const all = Object.values(PROVIDERS);

/** Names from providers' payloads, so that random payloads reach deep into the parsers. */
const NAMES =
  "message type call id event call_id data payload event_type call_session_id variables uuid analysis structuredData artifact messages role content words start transcript_object transcripts metadata conversation_id transcript dynamic_variables client_state custom_headers callflow answer_epoch billsec start_epoch occurred_at timestamp startedAt endedAt call_length corrected_duration completed start_timestamp end_timestamp duration_ms data_collection_results start_time_unix_secs call_duration_secs".split(
    " ",
  );
const WORDS =
  "end-of-call-report call_ended call_analyzed call.hangup call.answered call.recording.saved post_call_transcription status-update in-progress user bot 2026-11-23T10:00:00Z 0 -1 1e999 %zz %2B1 123ss".split(
    " ",
  );

const { payload } = fc.letrec((tie) => ({
  scalar: fc.oneof(
    fc.constantFrom(...WORDS),
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  ),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie("payload"), { maxKeys: 8 }),
  list: fc.array(tie("payload"), { maxLength: 4 }),
  payload: fc.oneof({ maxDepth: 6 }, tie("scalar"), tie("object"), tie("object"), tie("list")),
}));

/** Payloads that every parser accepts as a call, with random values. */
const shaped = fc
  .record({ inside: payload, kind: fc.constantFrom(...WORDS), more: fc.dictionary(fc.constantFrom(...NAMES), payload) })
  .map(({ inside, kind, more }) => ({
    ...more,
    call_id: "c1",
    completed: true,
    event: kind,
    type: kind,
    call: { call_id: "c1", ...more },
    message: { ...more, type: kind, call: { id: "c1" }, artifact: more, analysis: inside },
    data: { ...more, id: "e1", event_type: kind, conversation_id: "c1", payload: { ...more, call_session_id: "s1" } },
    variables: { uuid: "u1", ...more },
  }));

const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(text)),
  payload.map((value) => new TextEncoder().encode(JSON.stringify(value))),
  shaped.map((value) => new TextEncoder().encode(JSON.stringify(value))),
  fc
    .dictionary(fc.constantFrom("CallSid", "CallStatus", "CallDuration", "Timestamp", "From", "cdr"), fc.string())
    .map((fields) =>
      new TextEncoder().encode(new URLSearchParams({ CallSid: "CA1", CallStatus: "completed", ...fields }).toString()),
    ),
  fc
    .array(fc.array(fc.oneof(fc.string(), fc.constantFrom("ANSWERED", "2026-11-23 03:00:00", "9")), { maxLength: 21 }))
    .map((rows) => new TextEncoder().encode(rows.map((row) => row.join(",")).join("\n"))),
);
const headers = fc.dictionary(
  fc.constantFrom(
    ..."authorization x-twilio-signature telnyx-signature-ed25519 telnyx-timestamp x-vapi-secret x-vapi-signature x-timestamp x-retell-signature x-webhook-signature elevenlabs-signature content-type".split(
      " ",
    ),
  ),
  fc.oneof(fc.string(), fc.constantFrom("v=1,d=00", "t=1,v0=00", "Basic AAAA", "Bearer x", "application/json")),
);
const event = fc
  .record({
    body,
    headers,
    url: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()),
    method: fc.constantFrom("POST", "GET"),
  })
  .map(sampleEvent);

describe.each(all)("$name", (provider) => {
  test("never throws for any payload, and never accepts an event signed with another secret", () => {
    fc.assert(
      fc.property(event, fc.array(fc.string()), (sample, secrets) => {
        expect(provider.verify(sample, [...secrets.map((secret) => `s3cret-${secret}`), "", " "])).not.toBe("valid");
        expectSound(provider.parse(sample, settings));
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["deep lists", "[".repeat(500_000)],
    ["deep objects", '{"a":'.repeat(500_000)],
    ["a closed deep list", `{"variables":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
    [
      "a wide object",
      `{"variables":{${Array.from({ length: 300_000 }, (_, position) => `"k${position}":1`).join(",")}}}`,
    ],
    ["one long text", `"${"x".repeat(5_000_000)}"`],
    ["commas", ",".repeat(1_000_000)],
  ])("%s are parsed without exhausting stack or time", (_, text) => {
    expectSound(provider.parse(sampleEvent({ body: text }), settings));
    provider.verify(sampleEvent({ body: text, headers: { "x-twilio-signature": "x" } }), ["secret"]);
  });

  test("has a label for its secret and a sentence on where to find it", () => {
    expect(PROVIDERS[provider.name]).toBe(provider);
    expect(provider.secretHint).toMatch(/^[A-Z].*\.$/);
    expect(provider.label && provider.secretLabel).toBeTruthy();
  });
});

function expectSound(parsed: Parsed) {
  if (parsed.kind === "calls") parsed.calls.forEach(expectSoundCall);
  else expect("what" in parsed ? parsed.what : parsed.problem).toMatch(/./s);
}

function expectSoundCall(call: ReportedCall) {
  expect(call.externalId).toMatch(/^[\x21-\x7e]{1,200}$/);
  expect(call.eventId).toMatch(/^[\w.-]+:/);
  for (const at of [call.startedAt, call.answeredAt, call.endedAt]) {
    if (at) expect(Math.abs(at.getTime() - RECEIVED_AT.getTime())).toBeLessThan(30 * 366 * 86_400_000);
  }
  for (const seconds of [call.durationSeconds, call.connectedSeconds]) {
    if (seconds !== undefined) expect(Number.isSafeInteger(seconds) && seconds >= 0).toBe(true);
  }
  for (const [name, value] of Object.entries(call.tokens ?? {})) {
    expect(name).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
    expect(value).not.toMatch(/[\0\p{Surrogate}]/u);
  }
  expect(Object.keys(call.tokens ?? {}).length).toBeLessThanOrEqual(500);
  expect(Object.values(call)).not.toContain(undefined);
}
