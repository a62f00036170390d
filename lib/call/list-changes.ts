import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { presentActor } from "@/lib/access/present-actor";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Change, ChangeList, TokenChange } from "./contract/change";
import type { CallRef } from "./domain/call-ref";
import type { Side } from "./domain/call-state";
import { mayReadToken, type PricingTokens } from "./domain/pricing-tokens";
import { findCallId } from "./sql/find-call";
import { type ChangeView, listCallChanges } from "./sql/list-changes";
import { listTokenChanges, type TokenChangeView } from "./sql/list-token-changes";
import { readPricingTokens } from "./sql/pricing-tokens";

/**
 * The changes of a call and its tokens, newest first, as far as the actor may read them. Throws `Forbidden` or
 * `NotFound`.
 */
export async function listChanges(ctx: Context, ref: CallRef): Promise<Omit<ChangeList, "status">> {
  permit(ctx.actor, "read", "calls");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const id = await findCallId(tx, ref);
    if (id === null) throw new NotFound();
    const [changes, tokenChanges] = await Promise.all([listCallChanges(tx, id), tokenChangesOf(tx, ctx, id)]);
    return { changes: changes.map((view) => presentChange(ctx, view)), ...tokenChanges };
  });
}

async function tokenChangesOf(tx: SqlTx, ctx: Context, callId: number): Promise<Pick<ChangeList, "token_changes">> {
  if (!may(ctx.actor.access, "read", "call.details")) return {};
  const [pricing, views] = await Promise.all([readPricingTokens(tx), listTokenChanges(tx, callId)]);
  return { token_changes: views.flatMap((view) => presentTokenChange(ctx, view, pricing)) };
}

function presentTokenChange({ actor }: Context, view: TokenChangeView, pricing: PricingTokens): TokenChange[] {
  return Object.entries(view.tokens)
    .filter(([name]) => mayReadToken(actor.access, pricing, name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { from, to }]) => ({
      changed_at: view.changedAt.toISOString(),
      actor: presentActor({ type: view.actorType, name: view.actorName }),
      mechanism: view.mechanism,
      name,
      from,
      to,
    }));
}

function presentChange(ctx: Context, view: ChangeView): Change {
  return {
    version: view.version,
    changed_at: view.changedAt.toISOString(),
    occurred_at: view.occurredAt?.toISOString() ?? null,
    mechanism: view.mechanism,
    actor: presentActor({ type: view.actorType, name: view.actorName }),
    ...(may(ctx.actor.access, "read", "call.details") && { reason: view.reason }),
    ...presentSide(ctx, view, "buyer"),
    ...presentSide(ctx, view, "offer"),
  };
}

const PARTY_FIELD = { buyer: "buyer", offer: "traffic_source" } as const satisfies Record<Side, keyof Change>;
const PARTY_AREA = { buyer: "call.buyer_converted", offer: "call.details" } as const satisfies Record<Side, Area>;
const AMOUNT_FIELD = { buyer: "revenue", offer: "payout" } as const satisfies Record<Side, keyof Change>;

/** What the change did to a side, as far as the actor may read it. */
function presentSide({ actor, company }: Context, view: ChangeView, side: Side): Partial<Change> {
  const { converted, mechanism, locked, party, amountMinor, rule, evaluation } = view[side];
  const reads = (area: Area) => may(actor.access, "read", area);
  const amount = (minor: bigint) => formatMoney(minor, company.decimals);
  return {
    ...(reads(`call.${side}_converted`) && {
      ...(isMoved(converted) && { [`${side}_converted`]: converted }),
      ...(isMoved(mechanism) && { [`${side}_decided`]: mechanism }),
      ...(isMoved(locked) && { [`${side}_locked`]: locked }),
      ...(rule && { [`${side}_rule`]: rule }),
      ...(evaluation !== null && { [`${side}_evaluation`]: evaluation }),
    }),
    ...(reads(PARTY_AREA[side]) && party.from?.id !== party.to?.id && { [PARTY_FIELD[side]]: party }),
    ...(reads(`call.${AMOUNT_FIELD[side]}`) &&
      isMoved(amountMinor) && {
        [AMOUNT_FIELD[side]]: { from: amount(amountMinor.from), to: amount(amountMinor.to) },
      }),
  };
}

function isMoved<T>({ from, to }: { readonly from: T; readonly to: T }): boolean {
  return from !== to;
}
