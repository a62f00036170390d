import { readInCompanySql } from "@/lib/db/in-company";
import { type Found, findWebhookKeys } from "@/lib/db/lookup";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import { readOpenEndpoints } from "@/lib/db/webhooks/find-endpoint";
import type { Company } from "@/lib/domain/company/company";
import type { CompanyId } from "@/lib/domain/ids";
import { Batcher } from "../batcher";
import { addressKeyHash } from "./address-key";
import { openSecrets } from "./seal-secret";

/** Where a delivery goes, with the secrets that its signature may be made with. */
export type OpenedEndpoint = {
  readonly company: Company;
  readonly endpoint: Endpoint;
  readonly secrets: readonly string[];
};

const LOOK_UPS_AT_ONCE = 500;
const KEY = /^[A-Za-z0-9]{40}$/;

type Opened = Omit<OpenedEndpoint, "company"> | null;
type LookUps = {
  readonly keys: Batcher<Uint8Array, Found<{ readonly endpointId: number }> | null>;
  readonly endpoints: Map<CompanyId, Batcher<number, Opened>>;
};
const shared = globalThis as { callmarkWebhookLookUps?: LookUps };
shared.callmarkWebhookLookUps ??= { keys: new Batcher(findWebhookKeys, LOOK_UPS_AT_ONCE), endpoints: new Map() };
const lookUps = shared.callmarkWebhookLookUps;

/** The endpoint of that provider whose address carries the key; null where there is none, or not any more. */
export async function openEndpoint(provider: string, key: string): Promise<OpenedEndpoint | null> {
  const found = await lookUps.keys.add(addressKeyHash(provider, KEY.test(key) ? key : ""));
  if (!found) return null;
  const { company, credential } = found;
  const batcher =
    lookUps.endpoints.get(company.id) ??
    new Batcher((ids: readonly number[]) => open(company.id, ids), LOOK_UPS_AT_ONCE);
  lookUps.endpoints.set(company.id, batcher);
  const opened = await batcher.add(credential.endpointId);
  return opened && { company, ...opened };
}

async function open(company: CompanyId, ids: readonly number[]): Promise<Opened[]> {
  const rows = await readInCompanySql(company, (tx) => readOpenEndpoints(tx, [...new Set(ids)], new Date()));
  const byId = new Map(
    rows.map(({ sealedSecrets, ...endpoint }) => {
      const secrets = openSecrets({ company, endpointId: endpoint.id }, sealedSecrets);
      return [endpoint.id, { endpoint, secrets }];
    }),
  );
  return ids.map((id) => byId.get(id) ?? null);
}
