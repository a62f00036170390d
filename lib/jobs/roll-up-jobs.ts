import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { companiesToRollUp } from "@/lib/ledger/companies-to-roll-up";
import { rollUpCompany } from "@/lib/ledger/roll-up-company";
import { systemClock } from "@/lib/platform/config/clock";

export const ROLL_UP_COMPANY = "roll_up_company";
const Payload = z.object({ company: z.number().int() });

const TRY_AGAIN_MS = 5_000;

/** One job a company, however often it is asked for, and none where nothing is pending. */
export async function rollUpAll(_: unknown, { addJobs }: JobHelpers): Promise<void> {
  const companies = await companiesToRollUp();
  if (companies.length > 0) await addJobs(companies.map(jobOf), true);
}

/**
 * One batch a job, so that companies take turns; who has more to post queues again. Where somebody else has the ledger the
 * job makes room for others and comes back.
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
    // What failed is not tried again by itself: the next minute's does its work.
    maxAttempts: 1,
  };
}
