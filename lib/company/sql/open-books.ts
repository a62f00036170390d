import { accountFacts, companyFact, keepFacts } from "@/lib/audit/sql/facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

const ACCOUNTS_OF_COMPANY = [
  "revenue",
  "traffic_cost",
  "cash_clearing",
  "adjustments",
  "bad_debt",
  "opening_balances",
  "tax",
] as const;

/** The hash chain starts with a digest of zeros. */
const FIRST_DIGEST_BYTES = 32;

/** Creates the company's own accounts, and the heads of its ledger and of its change feed. */
export async function openBooks(tx: Tx): Promise<void> {
  const accounts = await tx.account.createManyAndReturn({
    data: ACCOUNTS_OF_COMPANY.map((kind) => ({ companyId: tx.company, kind })),
    select: { id: true, kind: true },
  });
  const idOf = (kind: (typeof ACCOUNTS_OF_COMPANY)[number]) => {
    const account = accounts.find((account) => account.kind === kind);
    if (!account) throw new Error(`account ${kind} was not created`);
    return account.id;
  };
  await tx.ledgerHead.create({
    data: {
      companyId: tx.company,
      digest: new Uint8Array(FIRST_DIGEST_BYTES),
      revenueAccountId: idOf("revenue"),
      trafficCostAccountId: idOf("traffic_cost"),
    },
  });
  await tx.feedHead.create({ data: { companyId: tx.company } });
  await keepFacts(tx, accountFacts(tx, Prisma.sql`buyer_id is null and traffic_source_id is null`));
  await keepFacts(tx, companyFact(tx, Prisma.sql`1`));
}
