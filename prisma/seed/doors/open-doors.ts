import type { Actor } from "@/lib/domain/access/actor";
import type { Company } from "@/lib/domain/company/company";
import { createIntegration } from "@/lib/inbound/create-integration";
import { type OpenedIntegration, openIntegration } from "@/lib/inbound/open-integration";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { openBuyerWebhook } from "@/lib/inbound/receive-buyer-post";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { createSecret } from "@/lib/services/company/create-secret";
import type { Context } from "@/lib/services/context";
import { atLocal } from "../local-time";
import type { LinePlan, NetworkPlan } from "../networks/network-plan";
import { idOf, type Parties } from "../placed";

/** Where a maker's system or a buyer's posts, and the secret that it signs with. */
type Door = { readonly url: string; readonly secret: string };

export type Line = Door & { readonly plan: LinePlan; readonly opened: OpenedIntegration };
export type Hook = Door & {
  readonly buyerId: number;
  readonly opened: NonNullable<Awaited<ReturnType<typeof openBuyerWebhook>>>;
};

export type Doors = {
  readonly lines: readonly Line[];
  /** By the number of their buyer; the first is the one that the demo points at. */
  readonly hooks: ReadonlyMap<number, Hook>;
};

type Opening = Parties & {
  readonly plan: NetworkPlan;
  readonly company: Company;
  readonly staff: { readonly admin: Actor };
  readonly now: Date;
  readonly url: string;
};

const OPENED_DAYS_AGO = 70;
const MAKERS_SECRET_LENGTH = 32;

/** The addresses at which phone systems, voice agents and buyers post, older than any call. */
export async function openDoors(opening: Opening): Promise<Doors> {
  const { plan, company, staff, now, buyers, offers } = opening;
  const at = atLocal(company.timeZone, now, OPENED_DAYS_AGO, 9 * 60);
  const ctx: Context = { company, actor: staff.admin, now: () => at };
  const lines: Line[] = [];
  for (const line of plan.lines) lines.push(await openLine(ctx, opening, line));
  const posting = buyers.filter(({ name, habit }) => name === offers[0]?.buyers[0] || habit?.by === "webhook");
  const hooks = new Map<number, Hook>();
  for (const { id } of posting) hooks.set(id, await openBuyersHook(ctx, opening, id));
  return { lines, hooks };
}

async function openLine(ctx: Context, opening: Opening, plan: LinePlan): Promise<Line> {
  const { provider, name } = plan;
  const issued = PROVIDERS[provider].issuesSecret ? { secret: createSecret(MAKERS_SECRET_LENGTH) } : {};
  const made = await createIntegration(ctx, {
    provider,
    name,
    offer_id: idOf(opening.offers, plan.offer),
    traffic_source_id: idOf(opening.sources, plan.source),
    buyer_id: idOf(opening.buyers, plan.buyer),
    ...issued,
  });
  const secret = made.secret ?? issued.secret ?? "";
  return {
    plan,
    secret,
    url: served(made.url, opening),
    opened: await openIntegration(provider, keyIn(made.url), ctx.now),
  };
}

async function openBuyersHook(ctx: Context, opening: Opening, buyerId: number): Promise<Hook> {
  const { address, secret = "" } = await saveBuyerWebhook(ctx, buyerId, { new_secret: true });
  const opened = await openBuyerWebhook(keyIn(address), ctx.now);
  if (!opened) throw new Error("An address that was made a moment ago is not there.");
  return { buyerId, secret, url: served(address, opening), opened };
}

function keyIn(url: string): string {
  return url.split("/").at(-1) ?? "";
}

/** As people reach the server, wherever it will run. */
function served(made: string, { url }: Opening): string {
  return url.replace(/\/$/, "") + new URL(made).pathname;
}
