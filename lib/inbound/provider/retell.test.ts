import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { retell } from "./retell";
import { onlyCall, RECEIVED_AT, sampleEvent } from "./sample-event";

const UTC = { timeZone: "UTC" };
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
const start = Date.parse("2026-11-23T10:00:00Z");
const call = {
  call_type: "phone_call",
  call_id: "Jabr9TXYYJHfvl6Syypi88rdAHYHmcq6",
  direction: "inbound",
  from_number: "+13035550142",
  to_number: "+13035550199",
  call_status: "ended",
  metadata: { call_uuid: uuid },
  start_timestamp: start,
  end_timestamp: start + 90_900,
  duration_ms: 90_900,
  disconnection_reason: "user_hangup",
  recording_url: "https://retell.test/r.wav",
  transcript_object: [
    { role: "agent", content: "Hello!", words: [{ word: "Hello!", start: 0.7, end: 1.3 }] },
    { role: "user", content: "Hi.", words: [] },
  ],
};
const analyzed = {
  ...call,
  call_analysis: {
    call_successful: true,
    in_voicemail: false,
    user_sentiment: "Positive",
    custom_analysis_data: { "Zip Code": "80202", budget: 1500.5 },
  },
};
const read = (event: string, fields: object = call) =>
  onlyCall(retell.parse(sampleEvent({ body: { event, call: fields } }), UTC));

describe("the signature", () => {
  const body = JSON.stringify({ event: "call_ended", call });
  const now = RECEIVED_AT.getTime();
  function verify(at: number, sent = body, key = "key_live") {
    const digest = createHmac("sha256", "key_live")
      .update(body + at)
      .digest("hex");
    return retell.verify(sampleEvent({ body: sent, headers: { "x-retell-signature": `v=${at},d=${digest}` } }), [key]);
  }

  test("matches within five minutes either way", () => {
    expect(verify(now)).toBe("valid");
    expect(verify(now - 300_000)).toBe("valid");
    expect(verify(now - 300_001)).toBe("too_old");
    expect(verify(now + 300_001)).toBe("too_old");
  });

  test("does not match another body or key", () => {
    expect(verify(now, body.replace("0142", "0143"))).toBe("wrong");
    expect(verify(now, body, "key_other")).toBe("wrong");
    expect(verify(now, body, "")).toBe("wrong");
  });

  test("is missing or malformed", () => {
    const headed = (value: string) =>
      retell.verify(sampleEvent({ body, headers: { "x-retell-signature": value } }), ["k"]);
    expect(retell.verify(sampleEvent({ body }), ["key_live"])).toBe("missing");
    expect(headed("v=1")).toBe("wrong");
    expect(headed(`d=${"0".repeat(64)}`)).toBe("wrong");
  });
});

test("the start, the end and the analysis of a call", () => {
  const base = {
    externalId: call.call_id,
    uuid,
    caller: "+13035550142",
    startedAt: new Date(start),
    answeredAt: new Date(start),
  };
  expect(read("call_started")).toEqual({ ...base, eventId: expect.stringMatching(/^call_started:/) });
  const ended = {
    ...base,
    endedAt: new Date(start + 90_900),
    durationSeconds: 90,
    recordingUrl: "https://retell.test/r.wav",
    transcript: [
      { speaker: "agent", text: "Hello!", atSeconds: 0.7 },
      { speaker: "customer", text: "Hi.", atSeconds: 0.7 },
    ],
  };
  expect(read("call_ended")).toEqual({
    ...ended,
    eventId: expect.stringMatching(/^call_ended:/),
    tokens: { disconnection_reason: "user_hangup" },
  });
  expect(read("call_analyzed", analyzed)).toEqual({
    ...ended,
    eventId: expect.stringMatching(/^call_analyzed:/),
    tokens: {
      zip_code: "80202",
      budget: "1500.5",
      call_successful: "true",
      in_voicemail: "false",
      user_sentiment: "Positive",
      disconnection_reason: "user_hangup",
    },
  });
});

test("tokens of the analysis arrive with call_analyzed only", () => {
  expect(read("call_ended", analyzed).tokens).toEqual({ disconnection_reason: "user_hangup" });
});

test("the caller of an outbound call is the person called; an unanswered dial has no connected seconds", () => {
  expect(read("call_started", { ...call, direction: "outbound" }).caller).toBe("+13035550199");
  const { start_timestamp: _, duration_ms: __, ...missed } = { ...call, disconnection_reason: "dial_no_answer" };
  expect(read("call_ended", missed)).toMatchObject({ connectedSeconds: 0 });
  expect(read("call_ended", missed)).not.toHaveProperty("answeredAt");
});

test("other events are ignored, a call without an id is malformed", () => {
  expect(retell.parse(sampleEvent({ body: { event: "chat_started", chat: {} } }), UTC).kind).toBe("ignored");
  expect(retell.parse(sampleEvent({ body: { event: "call_ended" } }), UTC).kind).toBe("malformed");
});
