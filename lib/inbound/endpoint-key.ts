import { createSecret } from "@/lib/access/create-secret";
import { credentialHash } from "@/lib/access/credential-hash";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { insertEndpointKey, revokeEndpointKeys } from "./sql/endpoint-keys";

/** Hashed with the provider, so that a key at the address of another provider is as unknown as any. */
export function endpointKeyHash(provider: string, key: string): Uint8Array<ArrayBuffer> {
  return credentialHash(`${provider}:${key}`);
}

type Of = { readonly id: number; readonly provider: string };

/** A new key for the endpoint's address. It is seen here for the only time: the database keeps its hash. */
export async function createEndpointKey(tx: SqlTx, { id, provider }: Of, now: Date): Promise<string> {
  const key = createSecret();
  await insertEndpointKey(tx, { endpointId: id, keyHash: endpointKeyHash(provider, key), createdAt: now });
  return key;
}

/** The same, and the addresses so far lead nowhere from now on. */
export async function renewEndpointKey(tx: SqlTx, endpoint: Of, now: Date): Promise<string> {
  await revokeEndpointKeys(tx, endpoint.id, now);
  return createEndpointKey(tx, endpoint, now);
}
