import { z } from "zod";
import { AccountAnswer } from "@/lib/contracts/accounts";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getAccount } from "@/lib/services/accounts/get-account";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/buyers/{id}/account",
  summary: "The account of a buyer: balance, what is pending",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: AccountAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    account: await getAccount(ctx, { type: "buyer", id: partyId(params.id) }),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
