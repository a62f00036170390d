import type { Tx } from "@/lib/platform/sql/in-company";

/** The company's stored details. */
export async function readBillingDetails(tx: Tx): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ billing_details: unknown }[]>`
    select billing_details from company where id = ${tx.company}`;
  return row?.billing_details ?? {};
}

/** Absent fields are unchanged, also when two people save at the same time. */
export async function mergeBillingDetails(tx: Tx, update: object): Promise<void> {
  await tx.$executeRaw`
    update company set billing_details = billing_details || ${JSON.stringify(update)}::jsonb where id = ${tx.company}`;
}
