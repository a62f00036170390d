import type { ConversionUpdate } from "@/lib/call/contract/call";
import { updateCall } from "@/lib/conversion/update-call";
import { listCalls } from "@/lib/report/list-calls";
import type { GivenContext } from "./given-company";
import { givenPostingIntegration } from "./given-posting-integration";

export type GivenReportedCall = {
  readonly id: number;
  readonly save: (update: ConversionUpdate) => Promise<void>;
  /** The integration reports an earlier start. */
  readonly correctStart: (to: Date) => Promise<void>;
};

/** A call of the company's buyer and traffic source that an integration reports and may correct. */
export async function givenReportedCall(ctx: GivenContext, startedAt: Date): Promise<GivenReportedCall> {
  const { deliver } = await givenPostingIntegration(ctx);
  const correct = async (start: Date) => {
    const call = { call_id: "call_1", from_number: "+13035550142", start_timestamp: start.getTime() };
    await deliver({ body: { event: "call_started", call } });
  };
  await correct(startedAt);
  const [call] = (await listCalls(ctx, {})).calls;
  if (!call) throw new Error("the integration reported no call");
  return {
    id: call.id,
    save: async (update) => void (await updateCall(ctx, { id: call.id }, update)),
    correctStart: correct,
  };
}
