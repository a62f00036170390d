import { createSecret } from "@/lib/access/create-secret";
import { credentialHash } from "@/lib/access/credential-hash";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { insertEndpointKey, revokeEndpointKeys } from "./sql/endpoint-keys";

/** The hash includes the provider, so that a key works at its own provider's URL only. */
export function endpointKeyHash(provider: string, key: string): Uint8Array<ArrayBuffer> {
  return credentialHash(`${provider}:${key}`);
}

type Of = { readonly id: number; readonly provider: string };

/** A new key for the endpoint's URL. It is shown once; the database stores its hash. */
export async function createEndpointKey(tx: SqlTx, { id, provider }: Of, now: Date): Promise<string> {
  const key = createSecret();
  await insertEndpointKey(tx, { endpointId: id, keyHash: endpointKeyHash(provider, key), createdAt: now });
  return key;
}

/** Revokes the keys so far and creates a new one. */
export async function renewEndpointKey(tx: SqlTx, endpoint: Of, now: Date): Promise<string> {
  await revokeEndpointKeys(tx, endpoint.id, now);
  return createEndpointKey(tx, endpoint, now);
}
