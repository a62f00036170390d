import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { companiesToRollUp } from "@/lib/ledger/companies-to-roll-up";
import { rollUpCompany } from "@/lib/ledger/roll-up-company";
import { systemClock } from "@/lib/platform/config/clock";

export const ROLL_UP_COMPANY = "roll_up_company";
const Payload = z.object({ company: z.number().int() });

const TRY_AGAIN_MS = 5_000;

/** One job per company however often it is queued, and none without pending changes. */
export async function rollUpAll(_: unknown, { addJobs }: JobHelpers): Promise<void> {
  const companies = await companiesToRollUp();
  if (companies.length > 0) await addJobs(companies.map(jobOf), true);
}

/**
 * One batch per job, so that companies take turns; with more to post the job queues again. If the ledger is locked, the
 * job yields and returns.
 */
export async function rollUpCompanyJob(payload: unknown, { addJobs }: JobHelpers): Promise<void> {
  const { company } = Payload.parse(payload);
  const rolled = await rollUpCompany(company, systemClock);
  if (rolled === "done") return;
  const wait = rolled === "busy" ? TRY_AGAIN_MS : 0;
  await addJobs([{ ...jobOf(company), runAt: new Date(systemClock().getTime() + wait) }], true);
}

function jobOf(company: number) {
  return {
    identifier: ROLL_UP_COMPANY,
    payload: { company },
    jobKey: `${ROLL_UP_COMPANY} ${company}`,
    // Not retried: the next minute's job does the work.
    maxAttempts: 1,
  };
}
