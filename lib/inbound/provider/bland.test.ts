import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { bland } from "./bland";
import { onlyCall, sampleEvent } from "./sample-event";

const UTC = { timeZone: "UTC" };
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
const call = {
  call_id: "dd84d804-2b61-474a-b79f-3afbbe5affce",
  from: "+13035550142",
  to: "+13035550199",
  inbound: true,
  completed: true,
  status: "completed",
  answered_by: "human",
  created_at: "2026-11-23T09:59:58.000Z",
  started_at: "2026-11-23T10:00:00.000Z",
  end_at: "2026-11-23T10:03:16.000Z",
  call_length: 3.27,
  corrected_duration: "196",
  disposition_tag: "TRANSFERRED",
  pathway_tags: [{ name: "hot", color: "red" }, "lead"],
  recording_url: "https://bland.test/r.mp3",
  metadata: { call_uuid: uuid, campaign: "spring" },
  variables: { now: "Monday", from: "+13035550142", zip: "80202", order_confirmed: true },
  transcripts: [
    { id: 1, user: "assistant", text: "Hello!", created_at: "2026-11-23T10:00:01.500Z" },
    { id: 2, user: "agent-action", text: "Ended the call", created_at: "2026-11-23T10:00:02.000Z" },
    { id: 3, user: "user", text: "Hi.", created_at: "2026-11-23T10:00:03.000Z" },
  ],
};
const read = (body: object) => bland.parse(sampleEvent({ body }), UTC);

test("the signature covers the raw body", () => {
  const body = JSON.stringify(call);
  const signature = createHmac("sha256", "secret").update(body).digest("hex");
  const verify = (secrets: string[], sent = body, value = signature) =>
    bland.verify(sampleEvent({ body: sent, headers: { "X-Webhook-Signature": value } }), secrets);
  expect(verify(["old", "secret"])).toBe("valid");
  expect(verify(["secret"], body, signature.toUpperCase())).toBe("valid");
  expect(verify(["old"])).toBe("wrong");
  expect(verify([""])).toBe("wrong");
  expect(verify(["secret"], `${body} `)).toBe("wrong");
  expect(bland.verify(sampleEvent({ body }), ["secret"])).toBe("missing");
});

test("a post-call webhook becomes one reported call", () => {
  expect(onlyCall(read(call))).toEqual({
    externalId: "dd84d804-2b61-474a-b79f-3afbbe5affce",
    eventId: expect.stringMatching(/^post_call:dd84d804/),
    uuid,
    caller: "+13035550142",
    startedAt: new Date("2026-11-23T10:00:00Z"),
    answeredAt: new Date("2026-11-23T10:00:00Z"),
    endedAt: new Date("2026-11-23T10:03:16Z"),
    durationSeconds: 196,
    recordingUrl: "https://bland.test/r.mp3",
    tokens: {
      zip: "80202",
      order_confirmed: "true",
      campaign: "spring",
      pathway_tags: "hot, lead",
      disposition_tag: "TRANSFERRED",
      answered_by: "human",
    },
    transcript: [
      { speaker: "agent", text: "Hello!", atSeconds: 1.5 },
      { speaker: "customer", text: "Hi.", atSeconds: 3 },
    ],
  });
});

test("corrected seconds take precedence over minutes, and minutes are never read as seconds", () => {
  const { corrected_duration: _, ...minutes } = call;
  expect(onlyCall(read(minutes)).durationSeconds).toBe(196);
  expect(onlyCall(read({ ...call, corrected_duration: "90", call_length: 9 })).durationSeconds).toBe(90);
  expect(onlyCall(read({ ...call, corrected_duration: "-1", call_length: -3 })).durationSeconds).toBe(196);
});

test("an unanswered call has no connected seconds; on an outbound call the caller is the person called", () => {
  const missed = onlyCall(read({ ...call, inbound: false, answered_by: "no-answer", corrected_duration: "0" }));
  expect(missed).toMatchObject({ connectedSeconds: 0, caller: "+13035550199" });
  expect(missed).not.toHaveProperty("answeredAt");
});

test("events during the call are ignored, a body without a call is malformed", () => {
  expect(read({ call_id: "a", category: "call", message: "ringing" }).kind).toBe("ignored");
  expect(read({ message: "hello" }).kind).toBe("malformed");
});
