import { authenticateApiKey, authenticateSecureToken, memberContext } from "@/lib/access/authenticate";
import type { Context } from "@/lib/access/context";
import { createApiKeys } from "@/lib/access/create-api-keys";
import { createMembers } from "@/lib/access/create-members";
import { createSecret } from "@/lib/access/create-secret";
import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import type { Actor } from "@/lib/access/domain/actor";
import { SYSTEM_ACCESS } from "@/lib/access/domain/roles";
import { createCompany } from "@/lib/company/create-company";
import type { Company } from "@/lib/company/domain/company";
import { createBuyers } from "@/lib/party/create-buyers";
import { createOffers } from "@/lib/party/create-offers";
import { createTrafficSources } from "@/lib/party/create-traffic-sources";
import { type Endpoints, openEndpoints } from "./endpoints/open-endpoints";
import type { MemberPlan, NetworkPlan } from "./networks/network-plan";
import { type Parties, placed } from "./placed";
import { agreeSettings } from "./settings/agree-settings";
import type { ConversionForecast } from "./settings/conversion-forecast";

type StaffRole = "owner" | "admin" | "manager" | "operator";

export type LogIns = {
  readonly users: { readonly role: string; readonly email: string; readonly password: string }[];
  readonly api_key: { readonly id: string; readonly secret: string };
  readonly secure_token: string;
};

/** A company with its members and parties, before the first call. */
export type Network = Parties & {
  readonly plan: NetworkPlan;
  readonly company: Company;
  readonly forecast: ConversionForecast;
  readonly endpoints: Endpoints;
  readonly staff: Readonly<Record<StaffRole, Actor>>;
  readonly key: Actor;
  readonly token: Actor;
  readonly system: Actor;
  readonly logIns: LogIns;
};

const SYSTEM: Actor = { type: "system", id: null, name: "System", access: SYSTEM_ACCESS };
const PASSWORD_LENGTH = 16;

export async function foundNetwork(plan: NetworkPlan, now: Date, url: string): Promise<Network> {
  const company = await createCompany(plan);
  const ctx: Context = { company, actor: SYSTEM, now: () => now };
  const parties = {
    offers: placed(plan.offers, await createOffers(ctx, names(plan.offers))),
    buyers: placed(plan.buyers, await createBuyers(ctx, names(plan.buyers))),
    sources: placed(plan.sources, await createTrafficSources(ctx, names(plan.sources))),
  };
  const { staff, users } = await hire(ctx, plan.members);
  const forecast = await agreeSettings({ ...parties, company, staff, now });
  const endpoints = await openEndpoints({ ...parties, plan, company, staff, now, url });
  const logIns = await credentials(ctx, plan, users);
  return { plan, company, ...parties, forecast, endpoints, staff, system: SYSTEM, ...logIns };
}

const names = (plans: readonly { readonly name: string }[]) => plans.map(({ name }) => name);

async function hire(ctx: Context, members: readonly MemberPlan[]) {
  const hired = members.map((member) => ({ ...member, password: createSecret(PASSWORD_LENGTH) }));
  const ids = await createMembers(ctx, hired);
  const actors = await Promise.all(ids.map(async (id) => (await memberContext(id, ctx.now))?.actor));
  const actorOf = (role: StaffRole) => required(actors[members.findIndex((member) => member.role === role)]);
  return {
    staff: {
      owner: actorOf("owner"),
      admin: actorOf("admin"),
      manager: actorOf("manager"),
      operator: actorOf("operator"),
    },
    users: hired.map(({ role, email, password }) => ({ role, email, password })),
  };
}

async function credentials(ctx: Context, plan: NetworkPlan, users: LogIns["users"]) {
  const key = required((await createApiKeys(ctx, [{ name: plan.apiKey, role: "owner" }]))[0]);
  const { token } = required((await createSecureTokens(ctx, [{ name: plan.secureToken }]))[0]);
  return {
    key: required((await authenticateApiKey(key.secret, ctx.now))?.actor),
    token: required((await authenticateSecureToken(token, ctx.now))?.actor),
    logIns: { users, api_key: { id: key.keyId, secret: key.secret }, secure_token: token },
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a row that was just created is missing");
  return value;
}
