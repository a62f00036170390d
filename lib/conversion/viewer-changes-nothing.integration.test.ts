import { expect, test } from "vitest";
import { authenticateApiKey } from "@/lib/access/authenticate";
import type { Context } from "@/lib/access/context";
import { createApiKeys } from "@/lib/access/create-api-keys";
import { prisma } from "@/lib/platform/sql/prisma";
import { givenMember } from "@/lib/testing/factories/given-member";
import { type GivenOneCall, givenOneCall } from "@/lib/testing/factories/given-one-call";
import { addTokens } from "./add-tokens";
import { getCall } from "./get-call";
import { lockSide, returnToAutomatic } from "./set-side";
import { updateCall } from "./update-call";

const viewers = {
  member: async ({ ctx }: GivenOneCall): Promise<Context> => (await givenMember(ctx, "viewer")).ctx,
  key: async ({ ctx }: GivenOneCall): Promise<Context> => {
    const [key] = await createApiKeys(ctx, [{ name: "Reads only", role: "viewer" }]);
    const context = key && (await authenticateApiKey(key.secret, ctx.now));
    if (!context) throw new Error("the key was not made");
    return context;
  },
};

test.each(["member", "key"] as const)(
  "a viewer's %s changes nothing, also by an update without fields",
  async (kind) => {
    const scene = await givenOneCall();
    const { ctx, id } = scene;
    // What waits to be applied: the offer side follows a buyer side that converted.
    await scene.save({ buyer_converted: true });
    const before = await getCall(ctx, { id });
    const viewer = await viewers[kind](scene);
    const attempts = {
      "no fields": () => updateCall(viewer, { id }, {}),
      "a reason": () => updateCall(viewer, { id }, { reason: "Because." }),
      "an event": () => updateCall(viewer, { id }, { event_id: "event-1" }),
      "a version": () => updateCall(viewer, { id }, { version: 1, event_id: "event-2" }),
      "an event and a field": () => updateCall(viewer, { id }, { event_id: "event-3", buyer_converted: false }),
      "return to automatic": () => returnToAutomatic(viewer, { id }, { side: "offer" }),
      lock: () => lockSide(viewer, { id }, { side: "offer", locked: true }),
      "no tokens": () => addTokens(viewer, { id }, { tokens: {} }),
    };
    for (const [what, attempt] of Object.entries(attempts))
      await expect(attempt(), what).rejects.toMatchObject({ code: "forbidden" });
    expect(await getCall(ctx, { id })).toEqual(before);
    expect(await eventsOf(scene)).toEqual([]);
  },
);

test("an event that a viewer sent is not taken from who may send it", async () => {
  const scene = await givenOneCall();
  const viewer = await viewers.key(scene);
  const update = { event_id: "event-1", buyer_converted: true };
  await expect(updateCall(viewer, { id: scene.id }, update)).rejects.toMatchObject({ code: "forbidden" });
  expect((await scene.save(update)).buyer_converted).toBe(true);
});

/** The names of the events on record for the call. */
function eventsOf({ ctx, id }: GivenOneCall): Promise<unknown[]> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select set_company(${ctx.company.id}::bigint)`;
    return tx.$queryRaw<unknown[]>`select name from update_event where call_id = ${id}::bigint and name like 'event-%'`;
  });
}
