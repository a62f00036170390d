import type { Tx } from "../in-company";

/** The company's own details, as they were stored. */
export async function readBillingDetails(tx: Tx): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ billing_details: unknown }[]>`
    select billing_details from company where id = ${tx.company}`;
  return row?.billing_details ?? {};
}

export async function writeBillingDetails(tx: Tx, details: object): Promise<void> {
  await tx.$executeRaw`
    update company set billing_details = ${JSON.stringify(details)}::jsonb where id = ${tx.company}`;
}
