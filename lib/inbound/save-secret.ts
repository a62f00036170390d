import type { SqlTx } from "@/lib/platform/sql/in-company";
import { sealSecret } from "./seal-secret";
import { endSecrets, insertSecret } from "./sql/secrets";

/** How long the previous secret stays valid, so that no event is lost during a rotation. */
const SECRET_OVERLAP_HOURS = 24;

type NewSecret = {
  readonly endpointId: number;
  readonly secret: string;
  readonly now: Date;
  /** Ends the previous secrets now instead of after the overlap. */
  readonly atOnce?: boolean;
};

/** Stores the endpoint's new secret, sealed. The endpoint has to be new or locked. */
export async function saveSecret(tx: SqlTx, { endpointId, secret, now, atOnce = false }: NewSecret): Promise<void> {
  const overlap = atOnce ? 0 : SECRET_OVERLAP_HOURS * 60 * 60_000;
  await endSecrets(tx, endpointId, new Date(now.getTime() + overlap));
  const sealed = sealSecret({ company: tx.company, endpointId }, secret);
  await insertSecret(tx, { endpointId, sealed, createdAt: now });
}
