import type { Call, ConversionUpdate, NewCall } from "@/lib/call/contract/call";
import { updateCall } from "@/lib/conversion/update-call";
import { givenCall } from "./given-call";
import { type CompanyOptions, type GivenContext, givenCompany } from "./given-company";

type Options = ConversionUpdate & {
  /** The company of the call; a new one by default. */
  readonly ctx?: GivenContext;
  readonly company?: CompanyOptions;
  readonly call?: NewCall;
};

/** A call with an explicitly converted buyer side, not rolled up yet; amounts and offer side by option. */
export async function givenConvertedCall(
  options: Options = {},
): Promise<{ readonly ctx: GivenContext; readonly call: Call }> {
  const { ctx: setup, company, call: fields, ...update } = options;
  const ctx = setup ?? (await givenCompany(company)).ctx;
  const { id } = await givenCall(ctx, fields);
  const { call } = await updateCall(ctx, { id }, { buyer_converted: true, ...update });
  return { ctx, call };
}
