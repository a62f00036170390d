import { describe, expect, test } from "vitest";
import { createParty } from "@/lib/party/create-parties";
import type { Call, CallList } from "@/lib/testing/api/answers";
import { asteriskFile } from "@/lib/testing/api/asterisk-file";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { retellEvent } from "@/lib/testing/api/retell-event";
import { expectBooksBalance } from "@/lib/testing/invariants";

const PROVIDER_ID = "1700000000.42";

async function find({ owner }: GivenApi, query: string): Promise<readonly Call[]> {
  return (await owner.get<CallList>(`/calls?${query}`)).body.calls;
}

const RUNNING = { duration_seconds: undefined, connected_seconds: undefined };

describe("an integration reaches calls of its own offer and traffic source only:", () => {
  const deliverAbout = async (setup: GivenApi, { uuid }: Call) => {
    const { deliver } = await givenIntegration(setup, "asterisk");
    return deliver(asteriskFile([{ linkedid: PROVIDER_ID, userfield: uuid, duration: "240", billsec: "230" }]));
  };
  const expectUntouched = async (setup: GivenApi, call: Call) => {
    const { status, body } = await deliverAbout(setup, call);
    expect(await setup.getCall(call.id)).toEqual(call);
    expect({ status, waiting: body.waiting }).toEqual({ status: 200, waiting: 1 });
    expect(await setup.openItems()).toHaveLength(1);
  };

  test("a call of another traffic source is unchanged, and the report is held for a person", async () => {
    const setup = await givenApi();
    const call = await setup.givenCall({ ...RUNNING, traffic_source_id: setup.ctx.otherTrafficSource.id });
    await expectUntouched(setup, call);
  });

  test("a call of another offer is unchanged, and the report is held for a person", async () => {
    const setup = await givenApi();
    const offer = await createParty(setup.ctx, "offer", "Window cleaning");
    await expectUntouched(setup, await setup.givenCall({ ...RUNNING, offer_id: offer.id }));
  });

  test("it does not convert a call of another traffic source", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ duration: { enabled: true, longer_than_seconds: 200 } });
    const call = await setup.givenCall({ ...RUNNING, traffic_source_id: setup.ctx.otherTrafficSource.id });
    await deliverAbout(setup, call);
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 0 });
    await expectBooksBalance(setup);
  });

  test("its own call is updated", async () => {
    const setup = await givenApi();
    const call = await setup.givenCall(RUNNING);
    const { body } = await deliverAbout(setup, call);
    expect(body).toMatchObject({ updated: 1, waiting: 0 });
    expect(await setup.getCall(call.id)).toMatchObject({ duration_seconds: 240, connected_seconds: 230 });
    expect(await setup.openItems()).toEqual([]);
  });
});

test("integrations of two providers that use the same id make two calls", async () => {
  const setup = await givenApi();
  const [one, other] = [await givenIntegration(setup, "asterisk"), await givenIntegration(setup, "retell")];
  expect((await one.deliver(asteriskFile([{ linkedid: PROVIDER_ID }]))).body.created).toBe(1);
  expect((await other.deliver(retellEvent(PROVIDER_ID))).body.created).toBe(1);
  expect(await find(setup, `external_id=${PROVIDER_ID}`)).toHaveLength(2);
});

describe("two integrations of one provider that use the same id", () => {
  const givenTwo = async () => {
    const setup = await givenApi();
    const one = await givenIntegration(setup, "asterisk", { name: "Line in Denver" });
    const other = await givenIntegration(setup, "asterisk", { name: "Line in Boulder" });
    return { setup, one, other };
  };

  test("make two calls", async () => {
    const { setup, one, other } = await givenTwo();
    expect((await one.deliver(asteriskFile([{ linkedid: PROVIDER_ID, src: "+13035550142" }]))).body.created).toBe(1);
    expect((await other.deliver(asteriskFile([{ linkedid: PROVIDER_ID, src: "+13035550143" }]))).body.created).toBe(1);
    const calls = await find(setup, `external_id=${PROVIDER_ID}`);
    expect(calls.map(({ caller }) => caller).toSorted()).toEqual(["+13035550142", "+13035550143"]);
  });

  test("make two calls also simultaneously", async () => {
    const { setup, one, other } = await givenTwo();
    const file = asteriskFile([{ linkedid: PROVIDER_ID }]);
    const answers = await Promise.all([one.deliver(file), other.deliver(file)]);
    expect(answers.map(({ body }) => body.created)).toEqual([1, 1]);
    expect(await find(setup, `external_id=${PROVIDER_ID}`)).toHaveLength(2);
  });

  test("update their own calls", async () => {
    const { setup, one, other } = await givenTwo();
    const file = asteriskFile([{ linkedid: PROVIDER_ID }]);
    await one.deliver(file);
    expect((await one.deliver(file)).body).toMatchObject({ created: 0, repeated: 1 });
    await other.deliver(file);
    expect((await other.deliver(file)).body).toMatchObject({ created: 0, repeated: 1 });
    expect(await find(setup, `external_id=${PROVIDER_ID}`)).toHaveLength(2);
  });

  test("and the company's API with that id make three calls", async () => {
    const { setup, one } = await givenTwo();
    await one.deliver(asteriskFile([{ linkedid: PROVIDER_ID }]));
    await setup.givenCall({ external_id: PROVIDER_ID });
    expect(await find(setup, `external_id=${PROVIDER_ID}`)).toHaveLength(2);
  });
});

describe("the external ID of a call is the provider's id:", () => {
  const givenReported = async () => {
    const setup = await givenApi();
    const { deliver } = await givenIntegration(setup, "asterisk");
    expect((await deliver(asteriskFile([{ linkedid: PROVIDER_ID }]))).body).toMatchObject({ created: 1 });
    const [call] = await find(setup, `q=${encodeURIComponent("+13035550142")}`);
    if (!call) throw new Error("the call was not made");
    return { setup, call };
  };

  test("it is shown on the call", async () => {
    const { call } = await givenReported();
    expect(call.external_id).toBe(PROVIDER_ID);
  });

  test("for every provider", async () => {
    const setup = await givenApi();
    const { deliver } = await givenIntegration(setup, "retell");
    expect((await deliver(retellEvent("call_7781"))).body).toMatchObject({ created: 1 });
    expect(await find(setup, "external_id=call_7781")).toMatchObject([{ external_id: "call_7781" }]);
  });

  test.each([["external_id"], ["q"]])("%s finds the call by it", async (parameter) => {
    const { setup, call } = await givenReported();
    expect((await find(setup, `${parameter}=${PROVIDER_ID}`)).map(({ id }) => id)).toEqual([call.id]);
  });

  test.each([["external_id"], ["q"]])(
    "%s finds a call of the company's API by the id it was given",
    async (parameter) => {
      const { setup } = await givenReported();
      const { id } = await setup.givenCall({ external_id: "CA-7781" });
      expect((await find(setup, `${parameter}=CA-7781`)).map((call) => call.id)).toEqual([id]);
    },
  );
});
