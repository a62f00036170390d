import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { archivedText } from "@/lib/party/domain/archived-text";
import { findExistingParties } from "@/lib/party/sql/find-existing-parties";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { capDraft, capInput } from "./cap-draft";
import type { CapUpdate, NewCap, Cap as PresentedCap } from "./contract";
import type { Cap } from "./domain/cap";
import { windowOf } from "./domain/cap-window";
import { measureNow } from "./measure-now";
import { presentCap } from "./present-cap";
import { type CapOwner, type CapOwnerView, type CapView, readCapOwner } from "./sql/list-caps";
import { lockUsage } from "./sql/lock-usage";
import { holdConversions, inheritUsage, insertCap, withdrawCap } from "./sql/save-cap";

/** Creates a cap, which starts with the existing conversions counted. Throws `Forbidden`, `NotFound` or `Invalid`. */
export function createCap(ctx: Context, owner: CapOwner, input: NewCap): Promise<PresentedCap> {
  return edit(ctx, owner, async (tx, ownerView) => {
    const draft = capDraft(ctx.company, owner, ownerView, input, null);
    await checkOffer(tx, draft);
    const id = await start(tx, ctx, draft);
    await recordAudit(tx, ctx, { action: "cap.created", id, after: input });
    return id;
  });
}

/**
 * Withdraws a cap and creates its replacement, so that earlier caps stay on record. Absent fields are unchanged. Throws
 * `Forbidden`, `NotFound` (also if somebody else was faster) or `Invalid`.
 */
export function replaceCap(ctx: Context, owner: CapOwner, capId: number, update: CapUpdate): Promise<PresentedCap> {
  return edit(ctx, owner, async (tx, ownerView) => {
    const before = inForce(ownerView, capId);
    const draft = capDraft(ctx.company, owner, ownerView, { ...capInput(before, ctx.company), ...update }, before);
    await checkOffer(tx, draft, before.offerId);
    await withdrawCap(tx, capId, ctx.now());
    const id = await start(tx, ctx, draft, before);
    await recordAudit(tx, ctx, {
      action: "cap.changed",
      id,
      before: { id: capId, ...capInput(before, ctx.company) },
      after: update,
    });
    return id;
  });
}

/** Withdraws a cap. Throws `Forbidden` or `NotFound`. */
export function endCap(ctx: Context, owner: CapOwner, capId: number): Promise<PresentedCap> {
  return edit(ctx, owner, async (tx, ownerView) => {
    inForce(ownerView, capId);
    await withdrawCap(tx, capId, ctx.now());
    await recordAudit(tx, ctx, { action: "cap.ended", id: capId });
    return capId;
  });
}

async function edit(
  ctx: Context,
  owner: CapOwner,
  work: (tx: Tx, ownerView: CapOwnerView) => Promise<number>,
): Promise<PresentedCap> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    await holdConversions(tx);
    const ownerView = await readCapOwner(tx, owner, ctx.now());
    if (!ownerView) throw new NotFound();
    const id = await work(tx, ownerView);
    const after = await readCapOwner(tx, owner, ctx.now(), { withdrawn: true });
    const cap = after?.caps.find((cap) => cap.id === id);
    if (!cap) throw new Error(`cap ${id} was saved in this transaction but cannot be found`);
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

async function checkOffer(tx: Tx, { offerId }: Omit<Cap, "id">, before: number | null = null): Promise<void> {
  if (offerId === null) return;
  const { offers, archived } = await findExistingParties(tx, {
    offerIds: [offerId],
    trafficSourceIds: [],
    buyerIds: [],
  });
  if (!offers.has(offerId)) {
    throw new Invalid({ offer_id: `Offer ${offerId} doesn’t exist in this company. Choose another offer.` });
  }
  if (offerId !== before && archived.offers.has(offerId))
    throw new Invalid({ offer_id: archivedText("offer", offerId) });
}
