import { companyId } from "@/lib/base/ids";
import { prisma } from "@/lib/platform/sql/prisma";
import type { Company } from "../domain/company";

/** Inserts the company row only. Its books are opened next, in a transaction of the company. */
export async function insertCompany(company: Omit<Company, "id">): Promise<Company> {
  const { name, currency, timeZone } = company;
  const { id } = await prisma().company.create({ data: { name, currency, timeZone }, select: { id: true } });
  return { ...company, id: companyId(Number(id)) };
}
