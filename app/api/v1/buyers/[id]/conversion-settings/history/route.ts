import { z } from "zod";
import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { BuyerSettingsHistory } from "@/lib/settings/contract/settings-version";
import { listBuyerSettingsHistory } from "@/lib/settings/list-settings-history";

export const GET = route({
  path: "/buyers/{id}/conversion-settings/history",
  summary: "Who changed the conversion settings of a buyer, newest first",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BuyerSettingsHistory,
  handle: ({ ctx, params }) => listBuyerSettingsHistory(ctx, partyId(params.id)),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
