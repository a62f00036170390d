import { beforeEach, expect, test } from "vitest";
import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { mergeFacts } from "@/lib/call/domain/merge-facts";
import { inCompany, inCompanySql } from "@/lib/platform/sql/in-company";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { convertAll } from "./convert";
import { fileInInbox } from "./sql/file-in-inbox";
import { lockCalls } from "./sql/lock-calls";

let ctx: GivenContext;
beforeEach(async () => {
  ({ ctx } = await givenCompany());
});

test("a proposal for a call that another batch has locked does not wait: its batch already holds cap usage", async () => {
  const { id } = await givenCall(ctx);
  await inCompanySql(ctx.company.id, async (tx) => {
    await lockCalls(tx, [id], [], false);
    await inCompany(ctx.company.id, async (other) => {
      await other.$executeRaw`set local lock_timeout = '2s'`;
      await fileInInbox(other, [
        {
          ...{ receivedAt: ctx.now(), reason: "cap_freed", callId: id, side: "buyer", mechanism: "rule" },
          ...{ actor: AUTOMATIC, payload: {}, problem: null },
        },
      ]);
    });
  });
  const items = await inCompany(ctx.company.id, (tx) => tx.inbox.findMany({ where: { companyId: tx.company } }));
  expect(items).toMatchObject([{ reason: "cap_freed", callId: BigInt(id) }]);
});

test("a call named by uuid counts in the cap window of its real start", async () => {
  await givenCap(ctx, { limit: "1" });
  const started = new Date("2026-11-23T16:00:00Z");
  const { id, uuid } = await givenCall(ctx, { external_id: "CA-1", started_at: started });
  await convertAll(ctx, [
    { call: { id }, actor: ctx.actor, command: { kind: "update", mechanism: "manual", buyer: { converted: true } } },
  ]);
  const recorded = { eventId: "recorded", startedAt: started };
  const corrected = { eventId: "corrected", startedAt: new Date("2026-11-21T16:00:00Z") };
  const [before, after] = [mergeFacts([recorded]), mergeFacts([recorded, corrected])];
  const facts = { kind: "report", before, after, callerHash: null } as const;
  const outcomes = await convertAll(ctx, [{ call: { uuid }, actor: ctx.actor, command: { kind: "addFacts", facts } }]);
  expect(outcomes).toMatchObject([{ ok: true, changed: true }]);
  const usage = await inCompany(ctx.company.id, (tx) =>
    tx.capUsage.findMany({ where: { companyId: tx.company, used: { gt: 0 } } }),
  );
  expect(usage.map(({ windowStart }) => windowStart.toISOString().slice(0, 10))).toEqual(["2026-11-21"]);
  await expectBooksBalance(ctx);
});
