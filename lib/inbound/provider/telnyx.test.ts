import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { onlyCall, RECEIVED_AT, sampleEvent } from "./sample-event";
import { telnyx } from "./telnyx";

const UTC = { timeZone: "UTC" };
const pair = generateKeyPairSync("ed25519");
const publicKey = Buffer.from(pair.publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("base64");

const session = "428c31b6-7af4-4bcb-b7f5-5013ef9657c1";
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
function event(type: string, payload: object = {}) {
  return {
    data: {
      record_type: "event",
      event_type: type,
      id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
      occurred_at: "2026-11-23T10:01:30.521992Z",
      payload: {
        call_control_id: "v3:abc",
        call_leg_id: "leg-1",
        call_session_id: session,
        from: "+13035550142",
        to: "+13035550199",
        start_time: "2026-11-23T10:00:00.000000Z",
        ...payload,
      },
    },
    meta: { attempt: 1, delivered_to: "https://callmark.test" },
  };
}
const read = (type: string, payload?: object) =>
  onlyCall(telnyx.parse(sampleEvent({ body: event(type, payload) }), UTC));

describe("the signature", () => {
  const body = JSON.stringify(event("call.hangup"));
  const now = RECEIVED_AT.getTime() / 1000;
  function verify(timestamp: string | number, sent = body, secrets = [publicKey]) {
    const signature = sign(null, Buffer.from(`${timestamp}|${body}`), pair.privateKey).toString("base64");
    const headers = { "telnyx-signature-ed25519": signature, "telnyx-timestamp": String(timestamp) };
    return telnyx.verify(sampleEvent({ body: sent, headers }), secrets);
  }

  test("matches within five minutes either way", () => {
    expect(verify(now)).toBe("valid");
    expect(verify(now - 300)).toBe("valid");
    expect(verify(now - 301)).toBe("too_old");
    expect(verify(now + 301)).toBe("too_old");
    expect(verify("soon")).toBe("too_old");
  });

  test("does not match another body or key", () => {
    expect(verify(now, body.replace("0142", "0143"))).toBe("wrong");
    const other = Buffer.alloc(32, 7).toString("base64");
    expect(verify(now, body, [other, "not a key", ""])).toBe("wrong");
    expect(verify(now, body, [other, publicKey])).toBe("valid");
  });

  test("is missing", () => {
    expect(telnyx.verify(sampleEvent({ body }), [publicKey])).toBe("missing");
    expect(telnyx.verify(sampleEvent({ body, headers: { "telnyx-timestamp": "1" } }), [publicKey])).toBe("missing");
  });
});

describe("an event", () => {
  test("all legs of a session are one call", () => {
    expect(read("call.initiated", { direction: "incoming" })).toEqual({
      externalId: session,
      eventId: "call.initiated:0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
      sequence: Date.parse("2026-11-23T10:01:30.521Z"),
      caller: "+13035550142",
      startedAt: new Date("2026-11-23T10:00:00Z"),
    });
    expect(read("call.initiated", { direction: "outgoing" })).not.toHaveProperty("caller");
  });

  test.each(["call.answered", "call.bridged"])("%s reports the answer, a hang-up does not", (type) => {
    expect(read(type).answeredAt).toEqual(new Date("2026-11-23T10:01:30.521Z"));
    expect(read("call.hangup")).not.toHaveProperty("answeredAt");
  });

  test("a hang-up ends the call at its own end time if it has one", () => {
    expect(read("call.hangup").endedAt).toEqual(new Date("2026-11-23T10:01:30.521Z"));
    expect(read("call.hangup", { end_time: "2026-11-23T10:01:29Z" }).endedAt).toEqual(new Date("2026-11-23T10:01:29Z"));
  });

  test("client state and SIP headers carry our uuid and tokens", () => {
    const state = Buffer.from(JSON.stringify({ call_uuid: uuid, tokens: { zip: 80202 } })).toString("base64");
    expect(read("call.answered", { client_state: state })).toMatchObject({ uuid, tokens: { zip: "80202" } });
    expect(read("call.answered", { custom_headers: [{ name: "X-PH-td_uuid", value: uuid }] }).uuid).toBe(uuid);
    expect(read("call.answered", { client_state: "aGF2ZSBhIG5pY2UgZGF5ID1d" })).not.toHaveProperty("uuid");
  });

  test("a recording", () => {
    const urls = { recording_urls: { wav: "https://telnyx.test/1.wav" }, public_recording_urls: { mp3: null } };
    expect(read("call.recording.saved", urls).recordingUrl).toBe("https://telnyx.test/1.wav");
  });

  test("a repeated delivery is the same event", () => {
    const again = { ...event("call.hangup"), meta: { attempt: 2 } };
    expect(onlyCall(telnyx.parse(sampleEvent({ body: again }), UTC)).eventId).toBe(read("call.hangup").eventId);
  });

  test("other kinds are ignored, a call without a session is malformed", () => {
    expect(telnyx.parse(sampleEvent({ body: event("call.dtmf.received") }), UTC)).toEqual({
      kind: "ignored",
      what: "call.dtmf.received",
    });
    expect(telnyx.parse(sampleEvent({ body: event("call.hangup", { call_session_id: "" }) }), UTC).kind).toBe(
      "malformed",
    );
    expect(telnyx.parse(sampleEvent({ body: "[]" }), UTC).kind).toBe("malformed");
  });
});
