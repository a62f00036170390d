import type { CompanyId } from "@/lib/base/ids";
import { opensEndpointSecret } from "@/lib/outbound/endpoint-secret";
import { listSealedSecrets } from "@/lib/outbound/sql/list-sealed";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { openSecrets } from "./seal-secret";
import { listSealed } from "./sql/secrets";

/** How many secrets of a company's webhooks, in and out, the server's key opens, and how many it does not. */
export async function countSecrets(company: CompanyId): Promise<{ readonly open: number; readonly shut: number }> {
  const [received, sent] = await readInCompanySql(company, (tx) =>
    Promise.all([listSealed(tx), listSealedSecrets(tx)]),
  );
  const open = [
    ...received.flatMap(({ endpointId, bytes }) => openSecrets({ company, endpointId }, [bytes])),
    ...sent.filter((sealed) => opensEndpointSecret(company, sealed)),
  ];
  return { open: open.length, shut: received.length + sent.length - open.length };
}
