import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { companiesToSend, sendHeads } from "@/lib/proof/send-heads";

export const SEND_HEADS = "send_heads";
const Payload = z.object({ company: z.number().int() });

/** Queues one job per company, however often it is called. The queue retries while the remote URL does not answer. */
export async function sendHeadsOfAll(_: unknown, { addJob }: JobHelpers): Promise<void> {
  for (const company of await companiesToSend()) {
    await addJob(SEND_HEADS, { company }, { jobKey: `${SEND_HEADS} ${company}`, jobKeyMode: "preserve_run_at" });
  }
}

export async function sendHeadsJob(payload: unknown): Promise<void> {
  await sendHeads(Payload.parse(payload).company);
}
