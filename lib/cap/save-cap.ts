import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { findKnownParties } from "@/lib/party/sql/find-known-parties";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { capAsSaid, capDraft } from "./cap-draft";
import type { CapUpdate, NewCap, Cap as PresentedCap } from "./contract";
import type { Cap } from "./domain/cap";
import { windowOf } from "./domain/cap-window";
import { measureNow } from "./measure-now";
import { presentCap } from "./present-cap";
import { type CapOwner, type CapOwnerView, type CapView, readCapOwner } from "./sql/list-caps";
import { lockUsage } from "./sql/lock-usage";
import { holdConversions, inheritUsage, insertCap, withdrawCap } from "./sql/save-cap";

/** A new cap, which begins with what stands already. Throws `Forbidden`, `NotFound` or `Invalid`. */
export function createCap(ctx: Context, owner: CapOwner, said: NewCap): Promise<PresentedCap> {
  return edit(ctx, owner, async (tx, known) => {
    const draft = capDraft(ctx.company, owner, known, said, null);
    await checkOffer(tx, draft);
    return start(tx, ctx, draft);
  });
}

/**
 * Withdraws a cap and puts another in its place, which is the same in whatever is absent, so that what was in force when stays known; the new one has a number of
 * its own. Throws `Forbidden`, `NotFound` (also where somebody was faster) or `Invalid`.
 */
export function replaceCap(ctx: Context, owner: CapOwner, capId: number, update: CapUpdate): Promise<PresentedCap> {
  return edit(ctx, owner, async (tx, known) => {
    const before = inForce(known, capId);
    const draft = capDraft(ctx.company, owner, known, { ...capAsSaid(before, ctx.company), ...update }, before);
    await checkOffer(tx, draft);
    await withdrawCap(tx, capId, ctx.now());
    return start(tx, ctx, draft, before);
  });
}

/** From now on it counts and stops nothing. Throws `Forbidden` or `NotFound`. */
export function endCap(ctx: Context, owner: CapOwner, capId: number): Promise<PresentedCap> {
  return edit(ctx, owner, async (tx, known) => {
    inForce(known, capId);
    await withdrawCap(tx, capId, ctx.now());
    return capId;
  });
}

async function edit(
  ctx: Context,
  owner: CapOwner,
  work: (tx: Tx, known: CapOwnerView) => Promise<number>,
): Promise<PresentedCap> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    await holdConversions(tx);
    const known = await readCapOwner(tx, owner, ctx.now());
    if (!known) throw new NotFound();
    const id = await work(tx, known);
    const after = await readCapOwner(tx, owner, ctx.now(), { withdrawn: true });
    const cap = after?.caps.find((each) => each.id === id);
    if (!cap) throw new Error(`cap ${id} was just saved and is gone`);
    return presentCap(ctx, cap, (await measureNow(tx, owner, [cap], ctx.now())).get(id));
  });
}

async function start(tx: Tx, ctx: Context, draft: Omit<Cap, "id">, before?: CapView): Promise<number> {
  const id = await insertCap(tx, draft, ctx.actor, ctx.now());
  if (before && countsTheSame(before, draft)) await inheritUsage(tx, before.id, id);
  if (draft.measure === "conversions" || draft.measure === "revenue") {
    await lockUsage(tx, [{ capId: id, ...windowOf(draft.span, draft.timeZone, ctx.now()) }]);
  }
  return id;
}

function countsTheSame(one: Omit<Cap, "id">, other: Omit<Cap, "id">): boolean {
  return (
    one.measure === other.measure &&
    one.span === other.span &&
    one.offerId === other.offerId &&
    one.timeZone === other.timeZone
  );
}

function inForce({ caps }: CapOwnerView, capId: number): CapView {
  const cap = caps.find(({ id }) => id === capId);
  if (!cap) throw new NotFound("This cap is no longer in force. It was edited or withdrawn; reload the list.");
  return cap;
}

async function checkOffer(tx: Tx, { offerId }: Omit<Cap, "id">): Promise<void> {
  if (offerId === null) return;
  const { offers } = await findKnownParties(tx, { offerIds: [offerId], sourceIds: [], buyerIds: [] });
  if (!offers.has(offerId)) {
    throw new Invalid({ offer_id: `Offer ${offerId} doesn’t exist in this company. Choose another offer.` });
  }
}
