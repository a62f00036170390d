import { describe, expect, test } from "vitest";
import { asteriskFile } from "@/lib/testing/api/asterisk-file";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { systemTime } from "@/lib/testing/api/system-time";

async function tokenChanges(setup: GivenApi, id: number) {
  const history = await setup.historyOf(id);
  expect(history).toMatchObject({ token_changes: expect.any(Array) });
  return history.token_changes;
}

describe("the history of a call shows who set each token, with old and new value:", () => {
  test("newest first, from any actor", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const { id, uuid } = await setup.givenCall({ tokens: { zip: "80201" } });
    await setup.update(id, { tokens: { zip: "80202" } });
    await setup.owner.post(`/calls/${id}/tokens`, { tokens: { zip: "80203" } });
    await setup.secure.put(`/secure/calls/${uuid}`, { tokens: { zip: "80204" } });
    await post({ call_uuid: uuid, tokens: { zip: "80205" } });
    const key = { type: "api_key", name: "Key of owner" };
    expect(await tokenChanges(setup, id)).toMatchObject([
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

  test("each token of an update separately, without unchanged ones", async () => {
    const setup = await givenApi();
    const { id } = await setup.givenCall({ tokens: { zip: "80202" } });
    await setup.update(id, { tokens: { zip: "80202", city: "Denver", state: "CO" } });
    const set = (await tokenChanges(setup, id)).map(({ name, from, to }) => [name, from, to]);
    expect(set.toSorted()).toEqual([
      ["city", null, "Denver"],
      ["state", null, "CO"],
      ["zip", null, "80202"],
    ]);
  });

  test("also if the update changed nothing else", async () => {
    const setup = await givenApi();
    const { id, version } = await setup.givenCall();
    const before = systemTime().getTime();
    await setup.update(id, { tokens: { zip: "80202" } });
    expect(await setup.getCall(id)).toMatchObject({ version });
    const [change] = await tokenChanges(setup, id);
    expect(change).toMatchObject({ name: "zip", from: null, to: "80202" });
    expect(Date.parse(change?.changed_at ?? "")).toBeGreaterThanOrEqual(before);
  });

  test("with the name of an integration", async () => {
    const setup = await givenApi();
    const { deliver } = await givenIntegration(setup, "asterisk");
    await deliver(asteriskFile([{ linkedid: "1700000000.42" }]));
    const { calls } = (await setup.owner.get<{ calls: { id: number }[] }>("/calls")).body;
    const changes = await tokenChanges(setup, calls[0]?.id ?? 0);
    expect(changes.find(({ name }) => name === "disposition")).toMatchObject({
      from: null,
      to: "ANSWERED",
      actor: { name: "Line of asterisk" },
    });
  });

  test("only for readers of call details", async () => {
    const setup = await givenApi();
    const { id } = await setup.givenCall({ tokens: { zip: "80202" } });
    const key = await setup.keyOf("viewer", { "call.details": "none" });
    const { status, body } = await key.get(`/calls/${id}/changes`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain("80202");
    expect(JSON.stringify(await setup.historyOf(id))).toContain("80202");
  });
});
