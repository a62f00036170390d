import { z } from "zod";
import { OfferSettingsHistory } from "@/lib/contracts/settings-versions";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { listOfferSettingsHistory } from "@/lib/services/settings/list-settings-history";

export const GET = route({
  path: "/offers/{id}/conversion-settings/history",
  summary: "Who changed the conversion settings of an offer, newest first",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: OfferSettingsHistory,
  handle: ({ ctx, params }) => listOfferSettingsHistory(ctx, partyId(params.id)),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
