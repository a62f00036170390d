import { findWebhookKeys, type Lookup } from "@/lib/access/sql/lookup";
import type { CompanyId } from "@/lib/base/ids";
import type { Company } from "@/lib/company/domain/company";
import type { Clock } from "@/lib/platform/config/clock";
import { Batcher } from "@/lib/platform/sql/batcher";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { endpointKeyHash } from "./endpoint-key";
import { openSecrets } from "./seal-secret";
import type { Endpoint } from "./sql/endpoint";
import { readOpenEndpoints } from "./sql/find-endpoint";

/** The endpoint of an event, with the secrets that may sign it. */
export type OpenedEndpoint = {
  readonly company: Company;
  readonly endpoint: Endpoint;
  readonly secrets: readonly string[];
};

const LOOK_UPS_AT_ONCE = 500;
const KEY = /^[A-Za-z0-9]{40}$/;

type Opened = Omit<OpenedEndpoint, "company"> | null;
type Asked = { readonly id: number; readonly now: Clock };
type LookUps = {
  readonly keys: Batcher<Uint8Array, Lookup<{ readonly endpointId: number }> | null>;
  readonly endpoints: Map<CompanyId, Batcher<Asked, Opened>>;
};
const shared = globalThis as { callmarkWebhookLookUps?: LookUps };
shared.callmarkWebhookLookUps ??= { keys: new Batcher(findWebhookKeys, LOOK_UPS_AT_ONCE), endpoints: new Map() };
const lookUps = shared.callmarkWebhookLookUps;

/** The endpoint of the provider with this key, with its valid secrets; null if unknown or revoked. */
export async function openEndpoint(provider: string, key: string, now: Clock): Promise<OpenedEndpoint | null> {
  const record = await lookUps.keys.add(endpointKeyHash(provider, KEY.test(key) ? key : ""));
  if (!record) return null;
  const { company, credential } = record;
  const batcher =
    lookUps.endpoints.get(company.id) ??
    new Batcher((asked: readonly Asked[]) => open(company.id, asked), LOOK_UPS_AT_ONCE);
  lookUps.endpoints.set(company.id, batcher);
  const opened = await batcher.add({ id: credential.endpointId, now });
  return opened && { company, ...opened };
}

/** Simultaneous requests share one lookup, by the earliest of their times, which expires no secret too soon. */
async function open(company: CompanyId, asked: readonly Asked[]): Promise<Opened[]> {
  const at = new Date(Math.min(...asked.map(({ now }) => now().getTime())));
  const ids = [...new Set(asked.map(({ id }) => id))];
  const rows = await readInCompanySql(company, (tx) => readOpenEndpoints(tx, ids, at));
  const byId = new Map(
    rows.map(({ sealedSecrets, ...endpoint }) => {
      const secrets = openSecrets({ company, endpointId: endpoint.id }, sealedSecrets);
      return [endpoint.id, { endpoint, secrets }];
    }),
  );
  return asked.map(({ id }) => byId.get(id) ?? null);
}
