import { z } from "zod";
import { Call } from "@/lib/call/contract/call";
import { says } from "@/lib/platform/contract/says";
import { CountText, IdText } from "@/lib/platform/contract/scalars";

const LONGEST_SECONDS = 24 * 60 * 60;

/** Marks a test call in its external ID. */
const PREFIX = "callmark-test-";
export const testCallId = (unique: string) => PREFIX + unique;
export const isTestCall = ({ external_id }: { external_id?: string | null }) =>
  external_id?.startsWith(PREFIX) ?? false;

export const NewTestCall = z
  .strictObject({
    offer_id: IdText.meta(says("ID of the offer that the call is for.", 3)),
    traffic_source_id: IdText.optional().meta(says("ID of the traffic source that sends the call.", 9)),
    buyer_id: IdText.optional().meta(says("ID of the buyer who receives the call.", 7)),
    duration_seconds: CountText.default(180)
      .refine((seconds) => seconds <= LONGEST_SECONDS, "Enter at most 86400 seconds.")
      .meta(says("Seconds from the start of the call to its end. Defaults to 180.", 180)),
  })
  .meta({ id: "NewTestCall" });
export type NewTestCall = z.output<typeof NewTestCall>;

export const TestCallAnswer = z
  .object({ status: z.literal(201).meta(says("HTTP status.", 201)), call: Call.meta(says("The new call.")) })
  .meta({ id: "TestCallAnswer" });
