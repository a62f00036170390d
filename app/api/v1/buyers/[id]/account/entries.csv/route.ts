import { fileRoute } from "@/lib/api/file-route";
import { AccountExportQuery } from "@/lib/ledger/contract/account";
import { exportAccountEntries } from "@/lib/ledger/export-account-entries";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = fileRoute({
  path: "/buyers/{id}/account/entries.csv",
  summary: "Entries of a buyer as CSV",
  doors: ["api_key", "session"],
  input: AccountExportQuery,
  media: "text/csv",
  handle: async ({ ctx, params, input }) => {
    const owner = { type: "buyer", id: partyId(params.id) } as const;
    return { name: `buyer-${owner.id}-entries.csv`, body: await exportAccountEntries(ctx, owner, input) };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
