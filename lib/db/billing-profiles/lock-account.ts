import type { Tx } from "../in-company";

/** Edits of this account's profile wait for each other from here on; entries are posted meanwhile. */
export async function lockAccount(tx: Tx, accountId: number): Promise<void> {
  await tx.$queryRaw`
    select id from account where company_id = ${tx.company} and id = ${accountId}::bigint for no key update`;
}
