import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { elevenlabs } from "./elevenlabs";
import { onlyCall, RECEIVED_AT, sampleEvent } from "./sample-event";

const UTC = { timeZone: "UTC" };
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
const start = Date.parse("2026-11-23T10:00:00Z") / 1000;
const event = {
  type: "post_call_transcription",
  event_timestamp: start + 120,
  data: {
    agent_id: "agent_1",
    conversation_id: "conv_01",
    status: "done",
    has_audio: true,
    transcript: [
      { role: "agent", message: "Hello!", tool_calls: null, time_in_call_secs: 0 },
      { role: "user", message: "I need a quote.", time_in_call_secs: 3 },
      { role: "agent", message: null, tool_calls: [{}], time_in_call_secs: 6 },
    ],
    metadata: {
      start_time_unix_secs: start,
      call_duration_secs: 95,
      phone_call: { direction: "inbound", external_number: "+13035550142", agent_number: "+13035550199" },
    },
    analysis: {
      evaluation_criteria_results: { qualified: { criteria_id: "qualified", result: "success", rationale: "…" } },
      data_collection_results: {
        zip: { data_collection_id: "zip", value: "80202", rationale: "The caller said so." },
        roof_age: { value: 12, rationale: "…" },
        email: { value: null, rationale: "…" },
      },
      call_successful: "success",
    },
    conversation_initiation_client_data: {
      dynamic_variables: { call_uuid: uuid, campaign: "spring", system__caller_id: "+13035550143", secret__key: "k" },
    },
  },
};
const read = (body: object) => elevenlabs.parse(sampleEvent({ body }), UTC);

describe("the signature", () => {
  const body = JSON.stringify(event);
  const now = RECEIVED_AT.getTime() / 1000;
  function verify(at: number, sent = body, secrets = ["wsec"]) {
    const digest = createHmac("sha256", "wsec").update(`${at}.${body}`).digest("hex");
    return elevenlabs.verify(
      sampleEvent({ body: sent, headers: { "ElevenLabs-Signature": `t=${at},v0=${digest}` } }),
      secrets,
    );
  }

  test("matches for thirty minutes", () => {
    expect(verify(now)).toBe("valid");
    expect(verify(now - 1800)).toBe("valid");
    expect(verify(now - 1801)).toBe("too_old");
    expect(verify(now + 1801)).toBe("too_old");
  });

  test("does not match another body or secret, and may be missing", () => {
    expect(verify(now, body.replace("80202", "80203"))).toBe("wrong");
    expect(verify(now, body, ["other", ""])).toBe("wrong");
    expect(elevenlabs.verify(sampleEvent({ body }), ["wsec"])).toBe("missing");
    const odd = sampleEvent({ body, headers: { "elevenlabs-signature": "v0" } });
    expect(elevenlabs.verify(odd, ["wsec"])).toBe("wrong");
  });
});

test("a transcription becomes one reported call, with collected data unwrapped", () => {
  expect(onlyCall(read(event))).toEqual({
    externalId: "conv_01",
    eventId: expect.stringMatching(/^post_call_transcription:conv_01:/),
    uuid,
    sequence: (start + 120) * 1000,
    caller: "+13035550142",
    startedAt: new Date(start * 1000),
    answeredAt: new Date(start * 1000),
    endedAt: new Date((start + 95) * 1000),
    durationSeconds: 95,
    tokens: { zip: "80202", roof_age: "12", qualified: "success", call_successful: "success", campaign: "spring" },
    transcript: [
      { speaker: "agent", text: "Hello!", atSeconds: 0 },
      { speaker: "customer", text: "I need a quote.", atSeconds: 3 },
    ],
  });
});

test("without a phone call the caller comes from the system variable", () => {
  const data = { ...event.data, metadata: { start_time_unix_secs: start, call_duration_secs: 95 } };
  expect(onlyCall(read({ ...event, data })).caller).toBe("+13035550143");
});

test("audio and failed dials are ignored, a call without an id is malformed", () => {
  expect(read({ type: "post_call_audio", data: { full_audio: "…" } })).toEqual({
    kind: "ignored",
    what: "post_call_audio",
  });
  expect(read({ type: "call_initiation_failure", data: {} }).kind).toBe("ignored");
  expect(read({ type: "post_call_transcription", data: {} }).kind).toBe("malformed");
});
