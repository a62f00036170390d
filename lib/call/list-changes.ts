import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { reachesBuyer } from "@/lib/access/domain/actor";
import { permitOnCalls } from "@/lib/access/permit";
import { presentActor } from "@/lib/access/present-actor";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Change, ChangeList, TokenChange } from "./contract/change";
import type { CallRef } from "./domain/call-ref";
import type { Side } from "./domain/call-state";
import { mayReadToken, type PricingTokens } from "./domain/pricing-tokens";
import { findReachedCallId } from "./sql/find-call";
import { type ChangeView, listCallChanges } from "./sql/list-changes";
import { listTokenChanges, type TokenChangeView } from "./sql/list-token-changes";
import { readPricingTokens } from "./sql/pricing-tokens";

/**
 * The changes of a call and its tokens, newest first, as far as the actor may read them: not those from before it came
 * to a buyer that the actor reaches. Throws `Forbidden` or `NotFound`.
 */
export async function listChanges(ctx: Context, ref: CallRef): Promise<Omit<ChangeList, "status">> {
  permitOnCalls(ctx.actor, "read", "calls");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const id = await findReachedCallId(tx, ctx.actor, ref);
    if (id === null) throw new NotFound();
    const [changes, tokens] = await Promise.all([listCallChanges(tx, id), tokenChangesOf(tx, ctx, id)]);
    const came = changes.findIndex(({ buyer: { party } }) => party.from && !reachesBuyer(ctx.actor, party.from.id));
    const cameAt = changes[came]?.changedAt;
    return {
      changes: (came < 0 ? changes : changes.slice(0, came)).map((view) => presentChange(ctx, view)),
      ...(tokens && {
        token_changes: tokens.views
          .filter(({ changedAt }) => cameAt === undefined || changedAt > cameAt)
          .flatMap((view) => presentTokenChange(ctx, view, tokens.pricing)),
      }),
    };
  });
}

async function tokenChangesOf(tx: SqlTx, { actor }: Context, callId: number) {
  if (!may(actor.access, "read", "call.details")) return null;
  const [pricing, views] = await Promise.all([readPricingTokens(tx), listTokenChanges(tx, callId)]);
  return { pricing, views };
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
