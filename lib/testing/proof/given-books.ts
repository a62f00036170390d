import { updateCall } from "@/lib/conversion/update-call";
import { recordPayment } from "@/lib/document/record-document";
import { reverseDocument } from "@/lib/document/reverse-document";
import { rollUp } from "@/lib/ledger/roll-up";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { issueStatements } from "@/lib/statement/issue-statements";
import { givenCalls } from "../factories/given-call";
import { type CompanyOptions, type GivenContext, givenCompany } from "../factories/given-company";
import { givenTerms } from "../statement/given-terms";

export type GivenBooks = { readonly ctx: GivenContext; readonly callIds: readonly number[] };

/**
 * Books with every kind of entry, on 23 November: three calls of October billed, one of them reversed, October closed,
 * statements issued, a payment and a bounced payment, a correction, and a queued change.
 */
export async function givenBooks(options: CompanyOptions = {}): Promise<GivenBooks> {
  const money = (amount: number) => amount.toFixed(options.currency === "JPY" ? 0 : 2);
  const { ctx } = await givenCompany(options);
  const calls = await givenCalls(
    ctx,
    [5, 12, 19, 20].map((day) => ({ started_at: new Date(Date.UTC(2026, 9, day, 18)) })),
  );
  const [first, second, third, late] = calls.map(({ id }) => id);
  if (!first || !second || !third || !late) throw new Error("a call is missing");
  const both = { buyer_converted: true, offer_converted: true };
  await updateCall(ctx, { id: first }, { ...both, revenue: money(10) });
  await updateCall(ctx, { id: second }, both);
  await rollUp(ctx);
  await updateCall(ctx, { id: second }, { buyer_converted: false });
  await updateCall(ctx, { id: third }, both);
  await rollUp(ctx);
  await givenTerms(ctx, { type: "buyer", id: ctx.buyer.id }, { net_days: 30 });
  await closePeriod(ctx, { month: "2026-10", acknowledge: WARNINGS });
  await issueStatements(ctx);
  const owner = { type: "buyer", id: ctx.buyer.id } as const;
  await recordPayment(ctx, owner, { amount: money(8), dated: "2026-11-10" });
  const bounced = await recordPayment(ctx, owner, { amount: money(3), dated: "2026-11-11" });
  await reverseDocument(ctx, bounced.document.number, { reason: "Bounced." });
  await updateCall(ctx, { id: late }, both);
  await rollUp(ctx);
  await updateCall(ctx, { id: third }, { revenue: money(12) });
  return { ctx, callIds: [first, second, third, late] };
}
