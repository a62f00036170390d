import { route } from "@/lib/api/route";
import { AccountEntryList, AccountEntryQuery } from "@/lib/ledger/contract/account";
import { listAccountEntries } from "@/lib/ledger/list-account-entries";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers/{id}/account/entries",
  summary: "Entries of a buyer, newest first, with the running balance",
  doors: ["api_key", "session"],
  input: AccountEntryQuery,
  output: AccountEntryList,
  handle: async ({ ctx, params, input }) => {
    const owner = { type: "buyer", id: partyId(params.id) } as const;
    const { entries, next_cursor } = await listAccountEntries(ctx, owner, input);
    return { status: 200 as const, currency: ctx.company.currency, entries, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
