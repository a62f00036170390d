import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import { benchCalls } from "../company/bench-calls";

const CALLS = 4_000;

/** Every call converts in the first half and is reversed in the second, so each request changes something. */
export async function flips(ctx: GivenContext): Promise<string[]> {
  const [secure] = await createSecureTokens(ctx, [{ name: "Bench" }]);
  if (!secure) throw new Error("the token was not made");
  const calls = await benchCalls(ctx, CALLS);
  const path = (uuid: string, converted: boolean) =>
    `/api/v1/secure/${secure.token}/calls/${uuid}?buyer_converted=${converted}&revenue=10`;
  return [true, false].flatMap((converted) => calls.map(({ uuid }) => path(uuid, converted)));
}
