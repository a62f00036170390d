import type { Clock } from "@/lib/config/clock";
import { log } from "@/lib/config/log";
import { listCompanies } from "@/lib/db/lookup";
import { SYSTEM_ACCESS } from "@/lib/domain/access/roles";
import type { Company } from "@/lib/domain/company/company";
import type { Context } from "../context";
import { rollUp } from "./roll-up";
import { sealFacts } from "./seal-facts";

/** Posts and seals what is pending in every company. One company's failure is logged and stops no other; it is thrown at the end. */
export async function rollUpAll(now: Clock): Promise<void> {
  let failed = 0;
  for (const company of await listCompanies()) {
    try {
      const ctx = systemContext(company, now);
      const posted = await rollUp(ctx);
      await sealFacts(ctx);
      if (posted.changes > 0) log().info({ company: company.id, ...posted }, "rollup posted");
    } catch (error) {
      failed += 1;
      log().error({ company: company.id, error: error instanceof Error ? error.name : String(error) }, "rollup failed");
    }
  }
  if (failed > 0) throw new Error(`The rollup failed for ${failed} companies; it will be tried again.`);
}

function systemContext(company: Company, now: Clock): Context {
  return { company, actor: { type: "system", id: null, name: "Callmark", access: SYSTEM_ACCESS }, now };
}
