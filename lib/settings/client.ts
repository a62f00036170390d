import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  BuyerSettingsAnswer,
  BuyerSettingsHistory,
  type BuyerSettingsUpdate,
  OfferSettingsAnswer,
  OfferSettingsHistory,
  type OfferSettingsUpdate,
} from "./contract/settings-version";

/** Whose settings: a buyer's or an offer's. */
export type Owner = { readonly kind: "buyer" | "offer"; readonly id: number };

export type SettingsAnswer = BuyerSettingsAnswer | OfferSettingsAnswer;
export type SettingsUpdate = z.input<typeof BuyerSettingsUpdate> | z.input<typeof OfferSettingsUpdate>;
export type SettingsVersion = BuyerSettingsHistory["versions"][number] | OfferSettingsHistory["versions"][number];

const ANSWERS: Record<Owner["kind"], z.ZodType<SettingsAnswer>> = {
  buyer: BuyerSettingsAnswer,
  offer: OfferSettingsAnswer,
};
const HISTORIES: Record<Owner["kind"], z.ZodType<{ versions: SettingsVersion[] }>> = {
  buyer: BuyerSettingsHistory,
  offer: OfferSettingsHistory,
};

/** Where the settings of an owner are, below `/api/v1`. */
export function settingsPath({ kind, id }: Owner): string {
  return `/${kind}s/${id}/conversion-settings`;
}

export function settingsQuery(owner: Owner) {
  return queryOptions({
    queryKey: ["settings", owner.kind, owner.id] as const,
    queryFn: ({ signal }) => sendRequest(settingsPath(owner), ANSWERS[owner.kind], { signal }),
  });
}

/** Versions of the settings, newest first. */
export function settingsHistoryQuery(owner: Owner) {
  return queryOptions({
    queryKey: ["settings", owner.kind, owner.id, "history"] as const,
    queryFn: async ({ signal }) =>
      (await sendRequest(`${settingsPath(owner)}/history`, HISTORIES[owner.kind], { signal })).versions,
  });
}

export function useSaveSettings(owner: Owner) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (update: SettingsUpdate) =>
      sendRequest(settingsPath(owner), ANSWERS[owner.kind], { method: "PUT", body: update }),
    onSuccess: (answer) => queryClient.setQueryData(settingsQuery(owner).queryKey, answer),
    onSettled: () => queryClient.invalidateQueries({ queryKey: settingsHistoryQuery(owner).queryKey }),
  });
}
