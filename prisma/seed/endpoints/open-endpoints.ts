import type { Context } from "@/lib/access/context";
import { createSecret } from "@/lib/access/create-secret";
import type { Actor } from "@/lib/access/domain/actor";
import type { Company } from "@/lib/company/domain/company";
import { createIntegration } from "@/lib/inbound/create-integration";
import { type OpenedIntegration, openIntegration } from "@/lib/inbound/open-integration";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { openBuyerWebhook } from "@/lib/inbound/receive-buyer-post";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { atLocal } from "../local-time";
import type { IntegrationPlan, NetworkPlan } from "../networks/network-plan";
import { idOf, type Parties } from "../placed";

/** The URL of a provider or buyer, and its signing secret. */
type Endpoint = { readonly url: string; readonly secret: string };

export type Integration = Endpoint & { readonly plan: IntegrationPlan; readonly opened: OpenedIntegration };
export type Webhook = Endpoint & {
  readonly buyerId: number;
  readonly opened: NonNullable<Awaited<ReturnType<typeof openBuyerWebhook>>>;
};

export type Endpoints = {
  readonly integrations: readonly Integration[];
  /** By buyer id. The demo shows the first. */
  readonly webhooks: ReadonlyMap<number, Webhook>;
};

type Opening = Parties & {
  readonly plan: NetworkPlan;
  readonly company: Company;
  readonly staff: { readonly admin: Actor };
  readonly now: Date;
  readonly url: string;
};

const OPENED_DAYS_AGO = 70;
const PROVIDER_SECRET_LENGTH = 32;

/** Creates integrations and webhooks, dated before any call. */
export async function openEndpoints(opening: Opening): Promise<Endpoints> {
  const { plan, company, staff, now, buyers, offers } = opening;
  const at = atLocal(company.timeZone, now, OPENED_DAYS_AGO, 9 * 60);
  const ctx: Context = { company, actor: staff.admin, now: () => at };
  const integrations: Integration[] = [];
  for (const integration of plan.integrations) integrations.push(await openIntegrationOf(ctx, opening, integration));
  const posting = buyers.filter(({ name, habit }) => name === offers[0]?.buyers[0] || habit?.by === "webhook");
  const webhooks = new Map<number, Webhook>();
  for (const { id } of posting) webhooks.set(id, await openWebhook(ctx, opening, id));
  return { integrations, webhooks };
}

async function openIntegrationOf(ctx: Context, opening: Opening, plan: IntegrationPlan): Promise<Integration> {
  const { provider, name } = plan;
  const issued = PROVIDERS[provider].issuesSecret ? { secret: createSecret(PROVIDER_SECRET_LENGTH) } : {};
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

async function openWebhook(ctx: Context, opening: Opening, buyerId: number): Promise<Webhook> {
  const { url, secret = "" } = await saveBuyerWebhook(ctx, buyerId, { new_secret: true });
  const opened = await openBuyerWebhook(keyIn(url), ctx.now);
  if (!opened) throw new Error("The webhook that was just created cannot be opened.");
  return { buyerId, secret, url: served(url, opening), opened };
}

function keyIn(url: string): string {
  return url.split("/").at(-1) ?? "";
}

/** Replaces the host by the server's public URL. */
function served(made: string, { url }: Opening): string {
  return url.replace(/\/$/, "") + new URL(made).pathname;
}
