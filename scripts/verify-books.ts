import { listCompanies } from "@/lib/db/lookup";
import { SYSTEM_ACCESS } from "@/lib/domain/access/roles";
import { verifyBooks } from "@/lib/services/ledger/verify-books";

const actor = { type: "system", id: null, name: "Callmark", access: SYSTEM_ACCESS } as const;

for (const company of await listCompanies()) {
  const difference = await verifyBooks({ company, actor, now: () => new Date() });
  if (difference !== null) {
    console.log(`${company.name}: ${difference}.`);
    process.exit(1);
  }
  console.log(`${company.name}: the books hold.`);
}
process.exit(0);
