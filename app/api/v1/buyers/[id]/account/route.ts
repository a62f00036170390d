import { z } from "zod";
import { route } from "@/lib/api/route";
import { AccountAnswer } from "@/lib/ledger/contract/account";
import { getAccount } from "@/lib/ledger/get-account";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

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
