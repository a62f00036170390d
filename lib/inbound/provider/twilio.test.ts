import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { onlyCall, sampleEvent } from "./sample-event";
import { twilio } from "./twilio";

const UTC = { timeZone: "UTC" };
const URL_HERE = "https://callmark.test/api/v1/intake/twilio/key";
const PARENT = "CA1234567890abcdef1234567890abcdef";
const CHILD = "CAffffffffffffffffffffffffffffffff";
const sign = (token: string, text: string) => createHmac("sha1", token).update(text).digest("base64");

const completed = {
  CallSid: PARENT,
  AccountSid: "AC00000000000000000000000000000000",
  From: "+13035550142",
  To: "+13035550199",
  CallStatus: "completed",
  Direction: "inbound",
  Duration: "2",
  CallDuration: "95",
  CallbackSource: "call-progress-events",
  SequenceNumber: "3",
  Timestamp: "Mon, 23 Nov 2026 10:01:35 +0000",
};

function posted(fields: Record<string, string>, url = URL_HERE) {
  return sampleEvent({ url, body: new URLSearchParams(fields).toString() });
}
const read = (fields: Record<string, string>, url?: string) => onlyCall(twilio.parse(posted(fields, url), UTC));

describe("the signature", () => {
  const fields = { CallSid: PARENT, Caller: "+1 (303) 555-0142", CallStatus: "completed" };
  const inOrder = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = inOrder.flat().join("");
  const signed = (signature: string, url = URL_HERE, body = new URLSearchParams(fields).toString()) =>
    twilio.verify(sampleEvent({ url, body, headers: { "X-Twilio-Signature": signature } }), ["old", "token"]);

  test("of Twilio's published example matches", () => {
    const body = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    const event = sampleEvent({
      url: "https://mycompany.com/myapp.php?foo=1&bar=2",
      body,
      headers: { "X-Twilio-Signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    });
    expect(twilio.verify(event, ["12345"])).toBe("valid");
    expect(twilio.verify(event, ["12346"])).toBe("wrong");
  });

  test("covers the public URL and the sorted parameters", () => {
    expect(signed(sign("token", URL_HERE + text))).toBe("valid");
    expect(signed(sign("token", `https://callmark.test:443/api/v1/intake/twilio/key${text}`))).toBe("valid");
    expect(signed(sign("token", URL_HERE + text), `${URL_HERE}?call_uuid=x`)).toBe("wrong");
    expect(signed(sign("token", URL_HERE + text), URL_HERE, "CallSid=CA1&CallStatus=completed")).toBe("wrong");
    expect(signed(sign("other", URL_HERE + text))).toBe("wrong");
  });

  test("may be missing, and blank secrets never match", () => {
    expect(twilio.verify(posted(fields), ["token"])).toBe("missing");
    const blank = sampleEvent({ headers: { "x-twilio-signature": sign("", URL_HERE) }, url: URL_HERE });
    expect(twilio.verify(blank, ["", "  "])).toBe("wrong");
    expect(twilio.verify(blank, [])).toBe("wrong");
  });

  test("of a JSON body covers it through bodySHA256", () => {
    const body = JSON.stringify({ CallSid: PARENT, CallStatus: "completed", CallDuration: 12 });
    const url = `${URL_HERE}?bodySHA256=${createHash("sha256").update(body).digest("hex")}`;
    const headers = { "x-twilio-signature": sign("token", url), "content-type": "application/json" };
    const event = sampleEvent({ url, body, headers });
    expect(twilio.verify(event, ["token"])).toBe("valid");
    expect(onlyCall(twilio.parse(event, UTC)).durationSeconds).toBe(12);
    expect(twilio.verify(sampleEvent({ url, body: body.replace("12", "99"), headers }), ["token"])).toBe("wrong");
  });
});

describe("a callback", () => {
  test("an ended call, in seconds and never in minutes", () => {
    expect(read(completed)).toEqual({
      externalId: PARENT,
      eventId: expect.stringMatching(/^completed:CA/),
      sequence: Date.UTC(2026, 10, 23, 10, 1, 35) + 3,
      caller: "+13035550142",
      startedAt: new Date("2026-11-23T10:00:00Z"),
      endedAt: new Date("2026-11-23T10:01:35Z"),
      durationSeconds: 95,
    });
    const { CallDuration: _, ...minutesOnly } = completed;
    expect(read(minutesOnly).durationSeconds).toBeUndefined();
  });

  test("a dialled leg is the same call, and reports the connected seconds", () => {
    const leg = { ...completed, CallSid: CHILD, ParentCallSid: PARENT, Direction: "outbound-dial", CallDuration: "80" };
    expect(read(leg)).toMatchObject({ externalId: PARENT, connectedSeconds: 80 });
    expect(read(leg)).not.toHaveProperty("durationSeconds");
    expect(read(leg)).not.toHaveProperty("caller");
    const answered = read({ ...leg, CallStatus: "in-progress", Timestamp: "Mon, 23 Nov 2026 10:00:15 +0000" });
    expect(answered.answeredAt).toEqual(new Date("2026-11-23T10:00:15Z"));
    const refused = read({ ...leg, CallStatus: "no-answer", CallDuration: "0" });
    expect(refused.connectedSeconds).toBe(0);
    expect(refused).not.toHaveProperty("endedAt");
  });

  test("an inbound call answered by Twilio is not answered by the buyer, an outbound one is", () => {
    expect(read({ ...completed, CallStatus: "in-progress" })).not.toHaveProperty("answeredAt");
    const out = read({ ...completed, CallStatus: "in-progress", Direction: "outbound-api" });
    expect(out).toMatchObject({ caller: "+13035550199", answeredAt: new Date("2026-11-23T10:01:35Z") });
  });

  test.each(["initiated", "ringing"])("%s reports the start", (CallStatus) => {
    expect(read({ ...completed, CallStatus }).startedAt).toEqual(new Date("2026-11-23T10:01:35Z"));
  });

  test.each(["busy", "failed", "no-answer", "canceled"])("%s has no connected seconds", (CallStatus) => {
    expect(read({ ...completed, CallStatus })).toMatchObject({ connectedSeconds: 0, endedAt: expect.any(Date) });
  });

  test.each(["anonymous", "Restricted", "+266696687", "266696687", "client:sales", ""])(
    "%j is not a caller",
    (From) => {
      expect(read({ ...completed, From })).not.toHaveProperty("caller");
    },
  );

  test("the URL carries our uuid and tokens; Twilio's own fields are no tokens", () => {
    const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
    const url = `${URL_HERE}?call_uuid=${uuid.toUpperCase()}&tokens[zip]=80202&tokens%5BLead%20Score%5D=7&other=1`;
    expect(read(completed, url)).toMatchObject({ uuid, tokens: { zip: "80202", lead_score: "7" } });
    expect(read(completed)).not.toHaveProperty("tokens");
  });

  test("a recording", () => {
    const recording = { CallSid: PARENT, RecordingUrl: "https://api.twilio.test/RE1", RecordingStatus: "completed" };
    expect(read(recording)).toEqual({
      externalId: PARENT,
      eventId: expect.stringMatching(/^recording:/),
      recordingUrl: "https://api.twilio.test/RE1",
    });
  });

  test("a GET carries everything in its URL", () => {
    const url = `${URL_HERE}?${new URLSearchParams(completed)}`;
    expect(onlyCall(twilio.parse(sampleEvent({ url, method: "GET" }), UTC)).durationSeconds).toBe(95);
  });

  test("the same event twice is one event, a different one is another", () => {
    expect(read(completed).eventId).toBe(read(completed).eventId);
    expect(read(completed).eventId).not.toBe(read({ ...completed, SequenceNumber: "4" }).eventId);
  });

  test("unknown statuses are ignored, a body without a call is malformed", () => {
    expect(twilio.parse(posted({ CallSid: PARENT, CallStatus: "paused" }), UTC).kind).toBe("ignored");
    expect(twilio.parse(posted({ CallSid: PARENT }), UTC).kind).toBe("ignored");
    expect(twilio.parse(posted({ CallStatus: "completed" }), UTC).kind).toBe("malformed");
    expect(twilio.parse(sampleEvent({ body: Uint8Array.of(0xff, 0xfe) }), UTC).kind).toBe("malformed");
  });

  test("implausible times and durations are dropped", () => {
    const odd = read({ ...completed, CallDuration: "-5", Timestamp: "Thu, 01 Jan 1970 00:00:00 +0000" });
    expect(odd).toEqual({
      externalId: PARENT,
      eventId: expect.any(String),
      sequence: 3,
      caller: "+13035550142",
    });
  });
});
