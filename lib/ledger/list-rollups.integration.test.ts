import { expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import { listRollups } from "./list-rollups";
import { rollUp } from "./roll-up";

test("past rollups are listed newest first, in pages, for members who may see them", async () => {
  const { ctx, call } = await givenConvertedCall();
  for (const buyer_converted of [false, true, false, true]) await updateCall(ctx, { id: call.id }, { buyer_converted });
  expect(await rollUp(ctx, 1)).toEqual({ changes: 5, entries: 5 });
  const ids: number[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await listRollups(ctx, { per_page: 2, ...(cursor && { cursor }) });
    ids.push(...page.rollups.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  expect(ids).toEqual([5, 4, 3, 2, 1]);
  for (const wrong of ["0", "-1", "x", "1.5", ""])
    await expect(listRollups(ctx, { cursor: wrong })).rejects.toMatchObject({ errors: { cursor: expect.any(String) } });
  const operator = (await givenMember(ctx, "operator")).ctx;
  await expect(listRollups(operator, {})).rejects.toThrow("rollups: read");
  await expect(rollUp(operator)).rejects.toThrow("rollups: update");
});
