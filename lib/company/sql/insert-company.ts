import { type CompanyId, companyId } from "@/lib/base/ids";
import type { Prisma } from "@/lib/platform/sql/generated/client";
import type { Company } from "../domain/company";

/** Inserts the company row only. Its books are opened next, in the same transaction. */
export async function insertCompany(
  client: Prisma.TransactionClient,
  { name, currency, timeZone }: Pick<Company, "name" | "currency" | "timeZone">,
): Promise<CompanyId> {
  const { id } = await client.company.create({ data: { name, currency, timeZone }, select: { id: true } });
  return companyId(Number(id));
}
