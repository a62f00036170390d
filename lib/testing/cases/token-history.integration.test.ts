import { describe, expect, test } from "vitest";
import { asteriskFile } from "@/lib/testing/api/asterisk-file";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { systemTime } from "@/lib/testing/api/system-time";

async function tokenChanges(given: GivenApi, id: number) {
  const history = await given.historyOf(id);
  expect(history).toMatchObject({ token_changes: expect.any(Array) });
  return history.token_changes;
}

describe("the history of a call tells who set each token, from what to what:", () => {
  test("newest first, whoever set it", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    const { id, uuid } = await given.givenCall({ tokens: { zip: "80201" } });
    await given.update(id, { tokens: { zip: "80202" } });
    await given.owner.post(`/calls/${id}/tokens`, { tokens: { zip: "80203" } });
    await given.secure.put(`/secure/calls/${uuid}`, { tokens: { zip: "80204" } });
    await post({ call_uuid: uuid, tokens: { zip: "80205" } });
    const key = { type: "api_key", name: "Key of owner" };
    expect(await tokenChanges(given, id)).toMatchObject([
      { name: "zip", from: "80204", to: "80205", mechanism: "webhook", actor: { type: "webhook" } },
      {
        name: "zip",
        from: "80203",
        to: "80204",
        mechanism: "secure_api",
        actor: { type: "secure_token", name: "Buyers' systems" },
      },
      { name: "zip", from: "80202", to: "80203", mechanism: "api", actor: key },
      { name: "zip", from: "80201", to: "80202", mechanism: "api", actor: key },
      { name: "zip", from: null, to: "80201", mechanism: "api", actor: key },
    ]);
  });

  test("each token of one update by itself, and none that was so already", async () => {
    const given = await givenApi();
    const { id } = await given.givenCall({ tokens: { zip: "80202" } });
    await given.update(id, { tokens: { zip: "80202", city: "Denver", state: "CO" } });
    const set = (await tokenChanges(given, id)).map(({ name, from, to }) => [name, from, to]);
    expect(set.toSorted()).toEqual([
      ["city", null, "Denver"],
      ["state", null, "CO"],
      ["zip", null, "80202"],
    ]);
  });

  test("also where it changed nothing else", async () => {
    const given = await givenApi();
    const { id, version } = await given.givenCall();
    const before = systemTime().getTime();
    await given.update(id, { tokens: { zip: "80202" } });
    expect(await given.getCall(id)).toMatchObject({ version });
    const [change] = await tokenChanges(given, id);
    expect(change).toMatchObject({ name: "zip", from: null, to: "80202" });
    expect(Date.parse(change?.changed_at ?? "")).toBeGreaterThanOrEqual(before);
  });

  test("an integration by its name", async () => {
    const given = await givenApi();
    const { deliver } = await givenIntegration(given, "asterisk");
    await deliver(asteriskFile([{ linkedid: "1700000000.42" }]));
    const { calls } = (await given.owner.get<{ calls: { id: number }[] }>("/calls")).body;
    const changes = await tokenChanges(given, calls[0]?.id ?? 0);
    expect(changes.find(({ name }) => name === "disposition")).toMatchObject({
      from: null,
      to: "ANSWERED",
      actor: { name: "Line of asterisk" },
    });
  });

  test("to those alone who may read the details of calls", async () => {
    const given = await givenApi();
    const { id } = await given.givenCall({ tokens: { zip: "80202" } });
    const key = await given.keyOf("viewer", { "call.details": "none" });
    const { status, body } = await key.get(`/calls/${id}/changes`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain("80202");
    expect(JSON.stringify(await given.historyOf(id))).toContain("80202");
  });
});
