import { expect, test } from "vitest";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { eraseCaller } from "./erase-caller";
import { listErasures } from "./list-erasures";
import { previewErasure } from "./preview-erasure";

test("a number without + is rejected, unless calls have exactly that text", async () => {
  const { ctx } = await givenCompany();
  for (let call = 0; call < 2; call += 1) await givenCall(ctx, { caller: "+16025550178" });
  for (const caller of ["6025550178", "0016025550178", "(602) 555-0178"]) {
    const refused = {
      errors: { caller: expect.stringContaining("Enter a phone number with its country code and a +") },
    };
    await expect(previewErasure(ctx, { caller })).rejects.toMatchObject(refused);
    await expect(eraseCaller(ctx, { caller })).rejects.toMatchObject(refused);
  }
  expect((await listErasures(ctx)).erasures).toEqual([]);
  expect(await previewErasure(ctx, { caller: "+1 602 555 0178" })).toBe(2);
  await givenCall(ctx, { caller: "6025550178" });
  expect(await eraseCaller(ctx, { caller: "602-555-0178" })).toBe(1);
  expect(await eraseCaller(ctx, { caller: "6025550178" })).toBe(0);
  expect(await eraseCaller(ctx, { caller: "+16025550178" })).toBe(2);
  const { ctx: theirs } = await givenCompany();
  await expect(eraseCaller(theirs, { caller: "6025550178" })).rejects.toThrow();
});
