import { expect, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { Transcript } from "@/lib/call/contract/transcript";
import { EvaluationList } from "@/lib/evaluation/contract";
import { type Ask, ask, read } from "./support/ask";
import { bearer, keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { everythingOf, givenCall } from "./support/given-call";
import { givenBuyer } from "./support/given-settings";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

const post = (id: string | number, request: Ask) =>
  ask("POST", `/api/v1/calls/${id}/transcript`, { headers: keyOf(demo), ...request });
const transcriptOf = async (id: number) =>
  read(Transcript, await ask("GET", `/api/v1/calls/${id}/transcript`, { headers: keyOf(demo) })).segments;
const line = (at_seconds: number, text: string, speaker = "customer") => ({ speaker, text, at_seconds });

test("segments arrive singly or together, in any order, and are sorted by time", async () => {
  const { id, uuid } = await givenCall(demo);
  const later = { segments: [line(12.5, "for Tuesday"), line(7.125, "yes")] };
  expect(read(ConversionAnswer, await post(uuid, { json: later })).changed).toBe(true);
  const form = { speaker: "agent", text: "shall I book it?", at_seconds: "3" };
  expect(read(ConversionAnswer, await post(id, { form })).changed).toBe(true);
  expect(read(ConversionAnswer, await post(id, { json: later })).changed).toBe(false);
  expect(await transcriptOf(id)).toEqual([
    line(3, "shall I book it?", "agent"),
    line(7.125, "yes"),
    line(12.5, "for Tuesday"),
  ]);
});

test("a phrase of the buyer's settings converts, with its quote and time as proof", async () => {
  const phrases = [{ text: "book it", speaker: "customer", excluding: ["don't book it"] }];
  const buyerId = await givenBuyer(demo, { voice_agent: { enabled: true, phrases } });
  const { id, uuid } = await givenCall(demo, { buyer_id: buyerId });
  const say = async (at: number, text: string) => {
    const address = `/api/v1/secure/${demo.secure_token}/calls/${uuid}/transcript`;
    return read(ConversionAnswer, await ask("POST", address, { json: { ...line(at, text), confidence: 0.9 } }));
  };
  expect((await say(4, "Please don’t book it.")).call.buyer_converted).toBe(false);
  expect(await say(9.5, "Oh well, BOOK it!")).toMatchObject({
    ignored: ["confidence"],
    call: { buyer_converted: true, buyer_decision: { mechanism: "voice_agent" } },
  });
  const answer = await ask("GET", `/api/v1/calls/${id}/evaluations`, { headers: keyOf(demo) });
  const { evaluations, sides } = read(EvaluationList, answer);
  expect(sides).toContainEqual({ side: "buyer", settings: { type: "buyer", id: buyerId, version: 1 } });
  expect(evaluations.filter(({ side }) => side === "buyer").map(({ converting }) => converting)).toEqual([
    0,
    null,
    null,
  ]);
  expect(evaluations.find(({ side }) => side === "buyer")?.steps[0]).toMatchObject({
    mechanism: "voice_agent",
    holds: true,
    proof: { quote: "Oh well, BOOK it!", at_seconds: 9.5, marks: [{ segment: 1, from: 9, to: 16 }] },
  });
});

test("with the secure token in the header unknown fields are accepted", async () => {
  const { id, uuid } = await givenCall(demo);
  const headers = bearer(demo.secure_token);
  const json = { segments: [{ ...line(1, "hello"), words: [{ word: "hello" }] }] };
  const answer = await ask("POST", `/api/v1/secure/calls/${uuid}/transcript`, { headers, json });
  expect(answer.status).toBe(200);
  expect(answer.text).not.toMatch(/hello|"caller"|"tokens"/);
  expect(await transcriptOf(id)).toEqual([line(1, "hello")]);
  expect(expectProblem(await post(id, { json }), 422, "invalid").errors).toBeDefined();
});

const many = (count: number, text = "x") => ({ segments: Array.from({ length: count }, (_, at) => line(at, text)) });

test.each<[string, Ask, string]>([
  ["nothing", {}, "segments"],
  ["501 segments", { json: many(501) }, "segments"],
  ["more than 100,000 characters", { json: many(6, "x".repeat(17_000)) }, "segments"],
  ["NUL", { json: '{"speaker": "agent", "text": "a\\u0000b", "at_seconds": 1}' }, "text"],
  ["half a surrogate pair", { json: '{"speaker": "agent", "text": "a\\ud800b", "at_seconds": 1}' }, "text"],
  ["a time before the call", { form: { speaker: "agent", text: "hello", at_seconds: "-1" } }, "at_seconds"],
  ["a time that is none", { json: { speaker: "agent", text: "hello", at_seconds: "soon" } }, "at_seconds"],
  ["no time", { form: { speaker: "agent", text: "hello" } }, "at_seconds"],
  ["segments as a text", { form: { segments: "hello" } }, "segments"],
  ["one and several", { json: { ...line(1, "hello"), segments: [line(2, "hello")] } }, "segments"],
  ["an unknown parameter", { json: { ...line(1, "hello"), language: "en" } }, "language"],
])("%s is refused, and nothing is saved", async (_, request, field) => {
  const { id } = await givenCall(demo);
  const before = await everythingOf(demo, id);
  const problem = expectProblem(await post(id, request), 422, "invalid");
  expect(Object.keys(problem.errors ?? {}).map((name) => name.split("[")[0])).toContain(field);
  expect(await everythingOf(demo, id)).toEqual(before);
});

test("five hundred segments at once are saved", async () => {
  const { id } = await givenCall(demo);
  expect((await post(id, { json: many(500) })).status).toBe(200);
  expect(await transcriptOf(id)).toHaveLength(500);
});

test("a viewer reads the transcript and adds nothing", async () => {
  const { id } = await givenCall(demo);
  const headers = await sessionOf(demo, "viewer");
  const refused = await post(id, { headers, json: line(1, "hello") });
  expect(expectProblem(refused, 403, "forbidden").permission).toBe("call.tokens: update");
  expect((await ask("GET", `/api/v1/calls/${id}/transcript`, { headers })).status).toBe(200);
});

test("an unknown call has no transcript", async () => {
  const uuid = "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f";
  expectProblem(await post(uuid, { json: line(1, "hello") }), 404, "not_found");
  expectProblem(await ask("GET", `/api/v1/calls/${uuid}/transcript`, { headers: keyOf(demo) }), 404, "not_found");
});
