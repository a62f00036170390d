import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { onlyCall, RECEIVED_AT, sampleEvent } from "./sample-event";
import { vapi } from "./vapi";

const UTC = { timeZone: "UTC" };
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
const report = {
  message: {
    type: "end-of-call-report",
    timestamp: RECEIVED_AT.getTime() - 1000,
    startedAt: "2026-11-23T10:00:00.000Z",
    endedAt: "2026-11-23T10:01:30.900Z",
    endedReason: "customer-ended-call",
    call: { id: "c0ffee00-0000-4000-8000-000000000001", metadata: { call_uuid: uuid } },
    customer: { number: "+13035550142" },
    analysis: {
      summary: "Wants a quote.",
      structuredData: { zipCode: "80202", lead: { score: 7 }, interested: true, tags: ["roof", 2], nothing: null },
      successEvaluation: "true",
    },
    artifact: {
      recordingUrl: "https://vapi.test/r.wav",
      structuredOutputs: { "id-1": { name: "Appointment Set", result: false } },
      messages: [
        { role: "system", message: "You are an agent.", time: 1, secondsFromStart: 0 },
        { role: "bot", message: "Hello!", time: 2, secondsFromStart: 1.28 },
        { role: "user", message: "I am interested.", time: 3, secondsFromStart: 4.5 },
        { role: "tool_calls", message: "", toolCalls: [], secondsFromStart: 5 },
      ],
    },
  },
};
const read = (body: object) => vapi.parse(sampleEvent({ body }), UTC);

describe("the credential", () => {
  const body = JSON.stringify(report);
  const verify = (headers: Record<string, string>, sent = body) =>
    vapi.verify(sampleEvent({ body: sent, headers }), ["old", "secret"]);
  const hmac = (text: string, key = "secret") => createHmac("sha256", key).update(text).digest("hex");

  test("is the secret itself, as X-Vapi-Secret or as a bearer token", () => {
    expect(verify({ "X-Vapi-Secret": "secret" })).toBe("valid");
    expect(verify({ "X-Vapi-Secret": "Secret" })).toBe("wrong");
    expect(verify({ Authorization: "Bearer secret" })).toBe("valid");
    expect(verify({ Authorization: "Bearer other" })).toBe("wrong");
    expect(verify({ Authorization: "Basic secret" })).toBe("missing");
    expect(verify({})).toBe("missing");
  });

  test("or an HMAC over the body, alone or with its time", () => {
    expect(verify({ "x-vapi-signature": hmac(body) })).toBe("valid");
    expect(verify({ "x-signature": `sha256=${hmac(body)}` })).toBe("valid");
    expect(verify({ "x-vapi-signature": hmac(body) }, body.replace("roof", "root"))).toBe("wrong");
    const timed = (at: number) => verify({ "x-signature": hmac(`${at}.${body}`), "x-timestamp": String(at) });
    expect(timed(RECEIVED_AT.getTime())).toBe("valid");
    expect(timed(RECEIVED_AT.getTime() / 1000)).toBe("valid");
    expect(timed(RECEIVED_AT.getTime() - 300_001)).toBe("too_old");
  });

  test("a right secret does not outweigh a wrong signature", () => {
    expect(verify({ "x-vapi-signature": "00", "x-vapi-secret": "secret" })).toBe("wrong");
  });
});

test("an end-of-call report becomes one reported call", () => {
  expect(onlyCall(read(report))).toEqual({
    externalId: "c0ffee00-0000-4000-8000-000000000001",
    eventId: expect.stringMatching(/^end-of-call-report:c0ffee00/),
    uuid,
    sequence: RECEIVED_AT.getTime() - 1000,
    caller: "+13035550142",
    startedAt: new Date("2026-11-23T10:00:00Z"),
    answeredAt: new Date("2026-11-23T10:00:00Z"),
    endedAt: new Date("2026-11-23T10:01:30.900Z"),
    durationSeconds: 90,
    recordingUrl: "https://vapi.test/r.wav",
    tokens: {
      zip_code: "80202",
      lead_score: "7",
      interested: "true",
      tags: "roof, 2",
      appointment_set: "false",
      success_evaluation: "true",
      ended_reason: "customer-ended-call",
    },
    transcript: [
      { speaker: "agent", text: "Hello!", atSeconds: 1.28 },
      { speaker: "customer", text: "I am interested.", atSeconds: 4.5 },
    ],
  });
});

test("a call in progress is reported before its end; an unanswered one has no connected seconds", () => {
  const { timestamp, call } = report.message;
  const early = onlyCall(read({ message: { type: "status-update", status: "in-progress", timestamp, call } }));
  expect(early).toMatchObject({ uuid, startedAt: new Date(timestamp), answeredAt: new Date(timestamp) });
  const nobody = onlyCall(read({ message: { ...report.message, endedReason: "customer-did-not-answer" } }));
  expect(nobody.connectedSeconds).toBe(0);
  expect(nobody).not.toHaveProperty("answeredAt");
});

test.each(["transcript", "speech-update", "tool-calls", "status-update", "hang"])("%s is ignored", (type) => {
  expect(read({ message: { type, status: "ended" } })).toEqual({ kind: "ignored", what: type });
});

test("a body without a message is ignored, a report without a call is malformed", () => {
  expect(read({}).kind).toBe("ignored");
  expect(read({ message: { type: "end-of-call-report" } }).kind).toBe("malformed");
});
