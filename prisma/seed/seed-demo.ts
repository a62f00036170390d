import { listCompanies } from "@/lib/access/sql/lookup";
import type { DemoCompany } from "./demo-file";
import { hasDemoFile, writeDemoFile } from "./demo-file";
import { planProviderPosts } from "./endpoints/plan-provider-posts";
import type { Network } from "./found-network";
import { foundNetwork } from "./found-network";
import { HARBOR_HOME } from "./networks/harbor-home";
import type { NetworkPlan } from "./networks/network-plan";
import { NORTHLIGHT } from "./networks/northlight";
import { planCalls } from "./story/plan-calls";
import { planShowcase } from "./story/showcase";
import { play } from "./timeline/play";

export type Seeding = { readonly now: Date; readonly url: string; readonly dataDir: string };
export type Seeded = "seeded" | "already there" | "log-ins lost";

/** Creates the two demo companies and their demo.json, unless they exist. Gives the same data for the same `now`. */
export async function seedDemo({ now, url, dataDir }: Seeding): Promise<Seeded> {
  const companies = await listCompanies();
  if (companies.some(({ name }) => name === HARBOR_HOME.name)) {
    return hasDemoFile(dataDir) ? "already there" : "log-ins lost";
  }
  const demo = await seedCompany(HARBOR_HOME, now, url);
  writeDemoFile(dataDir, { ...demo, other_company: await seedCompany(NORTHLIGHT, now, url) });
  return "seeded";
}

/** Creates a company with all its calls, and returns its part of demo.json. */
export async function seedCompany(plan: NetworkPlan, now: Date, url: string): Promise<DemoCompany> {
  const network = await foundNetwork(plan, now, url);
  const showcase = planShowcase(network, now);
  const planned = [...planCalls(network, now), ...showcase];
  const calls = await play(network, { planned, providerPosts: planProviderPosts(network, now) }, now);
  const sample_calls = showcase.flatMap(({ about, call }) => {
    const made = calls.get(call.external_id);
    return made && about ? [{ id: made.id, uuid: made.uuid, about }] : [];
  });
  return { url, company: plan.name, ...network.logIns, sample_calls, ...addressesOf(network) };
}

function addressesOf({ endpoints }: Network): Pick<DemoCompany, "sources" | "buyer_hook"> {
  const [webhook] = endpoints.webhooks.values();
  if (!webhook) throw new Error("No buyer has a webhook.");
  return {
    sources: endpoints.integrations.map(({ plan, url, secret }) => ({ provider: plan.provider, url, secret })),
    buyer_hook: { buyer_id: webhook.buyerId, url: webhook.url, secret: webhook.secret },
  };
}
