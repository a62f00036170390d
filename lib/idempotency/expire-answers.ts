import { listCompanies } from "@/lib/access/sql/lookup";
import type { Clock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { deleteAnswersBefore } from "./sql/answers";

const REPLAYED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Deletes answers that are no longer replayed. A failure is logged and does not stop the other companies. */
export async function expireAnswersOfAll(now: Clock): Promise<void> {
  const before = new Date(now().getTime() - REPLAYED_DAYS * DAY_MS);
  for (const company of await listCompanies()) {
    await inCompanySql(company.id, (tx) => deleteAnswersBefore(tx, before)).catch((error: unknown) => {
      log().error({ company: company.id, error: String(error) }, "old answers could not be deleted");
    });
  }
}
