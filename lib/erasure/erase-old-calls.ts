import type { Context } from "@/lib/access/context";
import { SYSTEM_ACCESS } from "@/lib/access/domain/roles";
import { permit } from "@/lib/access/permit";
import { listCompanies } from "@/lib/access/sql/lookup";
import type { Clock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { eraseOtherAnswers } from "./sql/erase-answers";
import { eraseCalls } from "./sql/erase-calls";
import { erasePostsBefore } from "./sql/erase-posts";
import { insertErasure, readEraseAfterDays } from "./sql/erasures";
import { listOldCalls, type OldCall } from "./sql/find-erasable";

const CALLS_A_TRANSACTION = 500;
const POSTS_A_TRANSACTION = 500;
const DAY_MS = 86_400_000;

/**
 * Erases personal values of calls older than the company keeps them, and payloads of that time, in short transactions.
 * Returns the number of calls. Does nothing if the company has set no limit.
 */
export async function eraseOldCalls(ctx: Context): Promise<number> {
  permit(ctx.actor, "update", "settings");
  const { id } = ctx.company;
  const days = await inCompanySql(id, readEraseAfterDays);
  if (days === null) return 0;
  const before = new Date(ctx.now().getTime() - days * DAY_MS);
  let callCount = 0;
  let last: OldCall | null = null;
  for (;;) {
    const after: OldCall | null = last;
    const page = await inCompanySql(id, async (tx) => {
      const calls = await listOldCalls(tx, before, after, CALLS_A_TRANSACTION);
      const ids = calls.filter(({ isErased }) => !isErased).map((call) => call.id);
      return { calls, erased: await eraseCalls(tx, ids, ctx.now()) };
    });
    callCount += page.erased;
    last = page.calls.at(-1) ?? null;
    if (last === null) break;
  }
  while ((await inCompanySql(id, (tx) => erasePostsBefore(tx, before, POSTS_A_TRANSACTION))) > 0);
  await inCompanySql(id, (tx) => eraseOtherAnswers(tx, before));
  if (callCount === 0) return 0;
  await inCompanySql(id, (tx) =>
    insertErasure(tx, ctx.actor, {
      erasedAt: ctx.now(),
      startedBefore: before,
      callerHash: null,
      digitsHash: null,
      callCount,
    }),
  );
  return callCount;
}

/** For every company. A failure is logged and does not stop the others. */
export async function eraseOldCallsOfAll(now: Clock): Promise<void> {
  for (const company of await listCompanies()) {
    const actor = { type: "system", id: null, name: "Callmark", access: SYSTEM_ACCESS } as const;
    await eraseOldCalls({ company, now, actor }).catch((error: unknown) => {
      log().error({ company: company.id, error: String(error) }, "old calls could not be erased");
    });
  }
}
