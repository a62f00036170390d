import { describe, expect, test } from "vitest";
import { freeswitch } from "./freeswitch";
import { onlyCall, sampleEvent } from "./sample-event";

const UTC = { timeZone: "UTC" };
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
const start = Date.parse("2026-11-23T10:00:00Z") / 1000;
const variables = {
  uuid: "b6c5a1c2-0000-4000-8000-000000000001",
  call_uuid: "b6c5a1c2-0000-4000-8000-000000000001",
  direction: "inbound",
  caller_id_number: "%2B13035550142",
  start_epoch: String(start),
  answer_epoch: String(start + 5),
  bridge_epoch: String(start + 5),
  end_epoch: String(start + 95),
  duration: "95",
  billsec: "90ss",
  hangup_cause: "NORMAL_CLEARING",
  "sip_h_X-PH-td_uuid": uuid,
  "sip_h_X-PH-zip": "80202",
  sip_h_Diversion: "%3Csip%3A100%40pbx.test%3E",
};
const record = (changed: object = {}) => ({
  "core-uuid": "x",
  channel_data: {},
  variables: { ...variables, ...changed },
});
const read = (changed?: object) => onlyCall(freeswitch.parse(sampleEvent({ body: record(changed) }), UTC));

test("HTTP Basic with the secret as its password", () => {
  const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString("base64")}` });
  const verify = (headers: Record<string, string>) => freeswitch.verify(sampleEvent({ headers }), ["old", "se:cret"]);
  expect(verify(basic("callmark:se:cret"))).toBe("valid");
  expect(verify(basic("anybody:old"))).toBe("valid");
  expect(verify(basic("callmark:secret"))).toBe("wrong");
  expect(verify(basic("se:cret"))).toBe("wrong");
  expect(verify(basic("callmark"))).toBe("wrong");
  expect(verify({ Authorization: "Bearer se:cret" })).toBe("missing");
  expect(verify({})).toBe("missing");
});

const expected = {
  externalId: "b6c5a1c2-0000-4000-8000-000000000001",
  eventId: "cdr:b6c5a1c2-0000-4000-8000-000000000001",
  uuid,
  caller: "+13035550142",
  startedAt: new Date(start * 1000),
  answeredAt: new Date((start + 5) * 1000),
  endedAt: new Date((start + 95) * 1000),
  durationSeconds: 95,
  connectedSeconds: 90,
  tokens: { hangup_cause: "NORMAL_CLEARING", zip: "80202" },
};

describe("a record", () => {
  test("as raw JSON, with or without encoded values; its own call_uuid is not ours", () => {
    expect(read()).toEqual(expected);
    expect(read({ caller_id_number: "+13035550142" })).toEqual(expected);
    expect(read({ "sip_h_X-PH-td_uuid": undefined })).not.toHaveProperty("uuid");
  });

  test("as the form field cdr, URL-encoded or in base64", () => {
    const json = JSON.stringify(record());
    const form = sampleEvent({ body: `cdr=${encodeURIComponent(json)}` });
    expect(onlyCall(freeswitch.parse(form, UTC))).toEqual(expected);
    const headers = { "content-type": "application/x-www-form-base64-encoded" };
    const base64 = sampleEvent({ body: `cdr=${Buffer.from(json).toString("base64")}`, headers });
    expect(onlyCall(freeswitch.parse(base64, UTC))).toEqual(expected);
  });

  test('an answer at "0" means unanswered', () => {
    const missed = read({ answer_epoch: "0", bridge_epoch: "0", billsec: "0" });
    expect(missed.connectedSeconds).toBe(0);
    expect(missed).not.toHaveProperty("answeredAt");
  });

  test("if a menu answered first, the bridge is the buyer's answer", () => {
    const menu = read({ bridge_epoch: String(start + 35) });
    expect(menu).toMatchObject({ answeredAt: new Date((start + 35) * 1000), connectedSeconds: 60 });
  });

  test("the caller comes from the call flow if no variable has it", () => {
    const callflow = [{ caller_profile: { caller_id_number: "%2B13035550177" } }];
    const body = { ...record({ caller_id_number: undefined }), callflow };
    expect(onlyCall(freeswitch.parse(sampleEvent({ body }), UTC)).caller).toBe("+13035550177");
    expect(read({ caller_id_number: "anonymous" })).not.toHaveProperty("caller");
  });

  test("text that only looks encoded is unchanged", () => {
    expect(read({ hangup_cause: "100%" }).tokens?.hangup_cause).toBe("100%");
  });

  test("of the leg to the destination is ignored, without a uuid it is malformed", () => {
    const leg = sampleEvent({ body: record({ originator: "b6c5a1c2-0000-4000-8000-000000000009" }) });
    expect(freeswitch.parse(leg, UTC).kind).toBe("ignored");
    expect(freeswitch.parse(sampleEvent({ body: { variables: {} } }), UTC).kind).toBe("malformed");
    expect(freeswitch.parse(sampleEvent({ body: "cdr=" }), UTC).kind).toBe("malformed");
  });
});
