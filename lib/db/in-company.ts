import type { CompanyId } from "@/lib/domain/ids";
import type { Prisma } from "./generated/client";
import { prisma } from "./prisma";

/** An open transaction that speaks for one company; every statement binds `company` besides. */
export type Tx = Prisma.TransactionClient & { readonly company: CompanyId };

const WAIT_FOR_CONNECTION_MS = 15_000;
const RUN_AT_MOST_MS = 120_000;

/** The one door to a company's rows: a transaction in which row-level security shows this company and nothing else. */
export function inCompany<T>(company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (client) => {
      await client.$executeRaw`select set_company(${company}::bigint)`;
      return work(speakingFor(client, company));
    },
    { maxWait: WAIT_FOR_CONNECTION_MS, timeout: RUN_AT_MOST_MS },
  );
}

/** Beside the client, never on it: Prisma keeps what is assigned to a transaction where all transactions see it. */
function speakingFor(client: Prisma.TransactionClient, company: CompanyId): Tx {
  return Object.create(client, { company: { value: company } });
}
