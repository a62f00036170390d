import { expect, test } from "vitest";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenBooks } from "@/lib/testing/proof/given-books";
import { tamper } from "@/lib/testing/proof/tamper";
import { exportHeads } from "./export-heads";
import { getProof } from "./get-proof";
import { startProof } from "./start-proof";

test("a proof on request runs in the background, is shared, and reports its result", async () => {
  const { ctx, callIds } = await givenBooks();
  const { ctx: billing } = await givenMember(ctx, "billing");
  expect(await getProof(billing)).toMatchObject({
    proof: null,
    head: { number: 8 },
    exported: { number: 0, address: null },
  });
  await exportHeads(ctx.company.id);

  const [first, ...others] = await Promise.all([1, 2, 3].map(() => startProof(billing)));
  await Promise.all([first, ...others].map((item) => item?.done));
  const { proof, head, exported } = await getProof(billing);
  expect(proof).toMatchObject({
    id: 1,
    state: "holds",
    by: "Robin the billing",
    percent_done: 100,
    entries: 12,
    links: 8,
  });
  expect(head.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(exported.number).toBe(8);

  await tamper(
    `update entry set amount_minor = 900 where company_id = ${ctx.company.id} and number = ${callIds[0]} and kind = 'charge'`,
  );
  await (await startProof(billing)).done;
  expect((await getProof(billing)).proof).toMatchObject({
    state: "differs",
    difference: expect.stringContaining("has the amount 9.00"),
  });
});

test("a run whose server died is abandoned, and the next one may start", async () => {
  const { ctx } = await givenBooks();
  await tamper(
    `insert into proof (company_id, actor_type, started_at, progress_at) select id, 'system', '2026-11-23', '2026-11-23' from company where id = ${ctx.company.id}`,
  );
  expect((await getProof(ctx)).proof?.state).toBe("failed");
  await (await startProof(ctx)).done;
  expect((await getProof(ctx)).proof?.state).toBe("holds");
});

test("billing: read sees the proof, billing: update starts it", async () => {
  const { ctx } = await givenBooks();
  const manager = await givenMember(ctx, "manager");
  const viewer = await givenMember(ctx, "viewer");
  await getProof(manager.ctx);
  await expect(startProof(manager.ctx)).rejects.toThrow("billing: update");
  await expect(getProof(viewer.ctx)).rejects.toThrow("billing: read");
});
