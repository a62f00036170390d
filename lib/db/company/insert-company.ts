import { companyId } from "@/lib/base/ids";
import type { Company } from "@/lib/domain/company/company";
import { prisma } from "@/lib/platform/sql/prisma";

/** The row alone, since nothing can speak for a company before it has a number. Its books are opened next. */
export async function insertCompany(company: Omit<Company, "id">): Promise<Company> {
  const { name, currency, timeZone } = company;
  const { id } = await prisma().company.create({ data: { name, currency, timeZone }, select: { id: true } });
  return { ...company, id: companyId(Number(id)) };
}
