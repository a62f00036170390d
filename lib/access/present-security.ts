import type { Passkey } from "./contract/security";
import type { PasskeyRow } from "./sql/passkeys";

export function presentPasskey({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey {
  return { id, name, created_at: createdAt.toISOString(), last_used_at: lastUsedAt?.toISOString() ?? null };
}
