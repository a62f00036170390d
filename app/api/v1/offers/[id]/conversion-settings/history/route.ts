import { z } from "zod";
import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { OfferSettingsHistory } from "@/lib/settings/contract/settings-version";
import { listOfferSettingsHistory } from "@/lib/settings/list-settings-history";

export const GET = route({
  path: "/offers/{id}/conversion-settings/history",
  summary: "Who changed the conversion settings of an offer, newest first",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: OfferSettingsHistory,
  handle: ({ ctx, params }) => listOfferSettingsHistory(ctx, partyId(params.id)),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
