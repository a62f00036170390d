import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { companyId } from "@/lib/base/ids";
import { numberChanges } from "@/lib/call/number-changes";
import { companiesToRollUp } from "@/lib/ledger/companies-to-roll-up";
import { rollUpCompany } from "@/lib/ledger/roll-up-company";
import { systemClock } from "@/lib/platform/config/clock";

export const ROLL_UP_COMPANY = "roll_up_company";
const Payload = z.object({ company: z.number().int() });

const TRY_AGAIN_MS = 5_000;

/** Queues one job per company with pending changes, however often it is called. */
export async function rollUpAll(_: unknown, { addJobs }: JobHelpers): Promise<void> {
  const companies = await companiesToRollUp();
  if (companies.length > 0) await addJobs(companies.map(jobOf), true);
}

/**
 * Posts one batch, so that companies take turns, and queues itself again if more is pending. Returns at once if another
 * rollup holds the ledger. What waits for the change feed is numbered beside it, so that no reader has to number much.
 */
export async function rollUpCompanyJob(payload: unknown, { addJobs }: JobHelpers): Promise<void> {
  const { company } = Payload.parse(payload);
  const rolled = await rollUpCompany(company, systemClock);
  await numberChanges(companyId(company));
  if (rolled === "done") return;
  const wait = rolled === "busy" ? TRY_AGAIN_MS : 0;
  await addJobs([{ ...jobOf(company), runAt: new Date(systemClock().getTime() + wait) }], true);
}

function jobOf(company: number) {
  return {
    identifier: ROLL_UP_COMPANY,
    payload: { company },
    jobKey: `${ROLL_UP_COMPANY} ${company}`,
    // Not retried: the job of the next minute does the work.
    maxAttempts: 1,
  };
}
