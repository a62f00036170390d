import { z } from "zod";
import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { BuyerSettingsAnswer, BuyerSettingsUpdate } from "@/lib/settings/contract/settings-version";
import { getBuyerSettings } from "@/lib/settings/get-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";

export const GET = route({
  path: "/buyers/{id}/conversion-settings",
  summary: "Which automatic mechanisms are active at a buyer",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BuyerSettingsAnswer,
  handle: ({ ctx, params }) => getBuyerSettings(ctx, partyId(params.id)),
});

export const PUT = route({
  path: "/buyers/{id}/conversion-settings",
  summary: "Replace the conversion settings of a buyer: a new version, for calls that start from now on",
  doors: ["api_key", "session"],
  input: BuyerSettingsUpdate,
  output: BuyerSettingsAnswer,
  handle: ({ ctx, params, input }) => saveBuyerSettings(ctx, partyId(params.id), input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
