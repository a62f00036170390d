import { z } from "zod";
import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { OfferSettingsAnswer, OfferSettingsUpdate } from "@/lib/settings/contract/settings-version";
import { getOfferSettings } from "@/lib/settings/get-settings";
import { saveOfferSettings } from "@/lib/settings/save-settings";

export const GET = route({
  path: "/offers/{id}/conversion-settings",
  summary: "Which automatic mechanisms are active at an offer",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: OfferSettingsAnswer,
  handle: ({ ctx, params }) => getOfferSettings(ctx, partyId(params.id)),
});

export const PUT = route({
  path: "/offers/{id}/conversion-settings",
  summary: "Replace the conversion settings of an offer: a new version, for calls that start from now on",
  doors: ["api_key", "session"],
  input: OfferSettingsUpdate,
  output: OfferSettingsAnswer,
  handle: ({ ctx, params, input }) => saveOfferSettings(ctx, partyId(params.id), input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
