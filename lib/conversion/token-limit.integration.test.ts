import { expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { recordCall } from "@/lib/inbound/record-calls";
import { givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { getCall } from "./get-call";
import { updateCall } from "./update-call";

const tokensOf = (from: number) =>
  Object.fromEntries(Array.from({ length: 20 }, (_, position) => [`t${from + position}`, "x".repeat(3000)]));

test("a buyer's system cannot exceed the limit, and nothing of the request that would is saved", async () => {
  const { ctx, id } = await givenOneCall();
  const { ctx: buyer } = await givenSecureToken(ctx);
  await updateCall(buyer, { id }, { tokens: tokensOf(0) });
  const again = updateCall(buyer, { id }, { tokens: tokensOf(20), buyer_converted: true });
  await expect(again).rejects.toThrow(Invalid);
  expect(await getCall(ctx, { id })).toMatchObject({ version: 0, tokens: tokensOf(0) });
  expect(await updateCall(buyer, { id }, { tokens: { t0: "y" } })).toMatchObject({ changed: true });
});

test("requests that share a transaction count together", async () => {
  const { ctx, id } = await givenOneCall();
  const sent = [tokensOf(0), tokensOf(20), tokensOf(0)].map((tokens) => updateCall(ctx, { id }, { tokens }));
  const resolved = await Promise.allSettled(sent);
  expect(resolved.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("the limit also applies to tokens that arrive with the call", async () => {
  const { ctx, offer } = await givenOneCall();
  const arrive = (tokens: Record<string, string>) =>
    recordCall(ctx, { external_id: "CA-1", offer_id: offer.id, tokens });
  await expect(arrive({ ...tokensOf(0), ...tokensOf(20) })).rejects.toThrow(Invalid);
  expect(await arrive(tokensOf(0))).toMatchObject({ created: true });
  await expect(arrive(tokensOf(20))).rejects.toThrow(Invalid);
  expect((await arrive({ t0: "later" })).call.tokens).toEqual(tokensOf(0));
});
