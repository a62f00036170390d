import { z } from "zod";
import { BuyerSettingsHistory } from "@/lib/contracts/settings-versions";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { listBuyerSettingsHistory } from "@/lib/services/settings/list-settings-history";

export const GET = route({
  path: "/buyers/{id}/conversion-settings/history",
  summary: "Who changed the conversion settings of a buyer, newest first",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BuyerSettingsHistory,
  handle: ({ ctx, params }) => listBuyerSettingsHistory(ctx, partyId(params.id)),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
