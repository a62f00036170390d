import type { Call, ConversionUpdate } from "@/lib/call/contract/call";
import { updateCall } from "@/lib/conversion/update-call";
import { givenCall } from "./given-call";
import { type CompanyOptions, type GivenContext, givenCompany } from "./given-company";

export type GivenOneCall = Pick<
  GivenContext,
  "offer" | "buyer" | "otherBuyer" | "trafficSource" | "otherTrafficSource"
> & {
  readonly ctx: GivenContext;
  readonly id: number;
  /** Saves as the system, and returns the call. */
  readonly save: (update: ConversionUpdate) => Promise<Call>;
};

/** A company with one undecided call. */
export async function givenOneCall(options: CompanyOptions = {}): Promise<GivenOneCall> {
  const { ctx, company: _, clock: __, ...parties } = await givenCompany(options);
  const { id } = await givenCall(ctx);
  return { ctx, id, save: async (update) => (await updateCall(ctx, { id }, update)).call, ...parties };
}
