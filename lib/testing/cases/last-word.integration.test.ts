import { describe, expect, test } from "vitest";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { type GivenWebhook, givenWebhook } from "@/lib/testing/api/given-webhook";
import { expectBooksBalance } from "@/lib/testing/invariants";

const REFERENCE = { reference: "P-88" };
const CALLER = "+13035550199";

type Post = Parameters<GivenWebhook["post"]>[0];

async function inTurn(post: GivenWebhook["post"], posts: readonly Post[]): Promise<void> {
  for (const item of posts) await post(item);
}

async function atOnce(post: GivenWebhook["post"], posts: readonly Post[]): Promise<void> {
  await Promise.all(posts.map(post));
}

async function expectLastWord(setup: GivenApi, id: number, converted: boolean): Promise<void> {
  const call = await setup.getCall(id);
  expect(call).toMatchObject({ buyer_converted: converted, buyer_decision: { mechanism: "webhook", explicit: true } });
  await expectBooksBalance(setup);
}

const WAYS = [
  ["one after the other", "without a reference", inTurn, {}],
  ["one after the other", "under one reference", inTurn, REFERENCE],
  ["at once", "without a reference", atOnce, {}],
  ["at once", "under one reference", atOnce, REFERENCE],
] as const;

describe.each(WAYS)("a buyer changes its mind, %s, %s", (_order, _reference, send, reference) => {
  test.each([[[true, false, true]], [[false, true, false]]])(
    "%j about a known call: the last update holds",
    async (words) => {
      const setup = await givenApi();
      const { post } = await givenWebhook(setup);
      const { id, uuid } = await setup.givenCall();
      const posts = words.map((converted) => ({ call_uuid: uuid, converted, ...reference }));
      await send(post, posts);
      await expectLastWord(setup, id, words.at(-1) ?? false);
    },
  );

  test.each([[[true, false, true]], [[false, true, false]]])(
    "%j before the call is known: the last update holds",
    async (words) => {
      const setup = await givenApi();
      const { post } = await givenWebhook(setup);
      const posts = words.map((converted) => ({ caller: CALLER, converted, ...reference }));
      await send(post, posts);
      expect((await setup.openItems()).length).toBeGreaterThan(0);
      const { id } = await setup.givenCall({ caller: CALLER });
      await expectLastWord(setup, id, words.at(-1) ?? false);
      expect(await setup.openItems()).toEqual([]);
    },
  );
});

test("a repeated update under one reference is a repetition", async () => {
  const setup = await givenApi();
  const { post } = await givenWebhook(setup);
  const { id, uuid } = await setup.givenCall();
  const words = { call_uuid: uuid, converted: true, ...REFERENCE };
  const answers = await Promise.all([post(words), post(words), post(words)]);
  expect(answers.filter(({ body }) => body.changed)).toHaveLength(1);
  expect((await setup.historyOf(id)).changes).toHaveLength(1);
});

test("true, false, true through the secure API: the last update holds", async () => {
  const setup = await givenApi();
  const { id, uuid } = await setup.givenCall();
  for (const word of ["true", "false", "true"]) {
    await setup.secure.put(`/secure/calls/${uuid}`, { buyer_converted: word });
  }
  expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true, version: 3 });
});
