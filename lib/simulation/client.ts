import { useMutation } from "@tanstack/react-query";
import { sendRequest } from "@/lib/platform/client/send-request";
import { type Owner, type SettingsUpdate, settingsPath } from "@/lib/settings/client";
import { EvaluatedPast, Simulation } from "./contract";

export type Draft = { readonly settings: SettingsUpdate["settings"]; readonly days: number };

export function useSimulateSettings(owner: Owner) {
  return useMutation({
    networkMode: "always",
    mutationFn: (draft: Draft) =>
      sendRequest(`${settingsPath(owner)}/simulate`, Simulation, { method: "POST", body: draft }),
  });
}

/** Evaluates the calls of the last days again by the saved settings, or previews that. */
export function useEvaluatePast(owner: Owner) {
  return useMutation({
    networkMode: "always",
    mutationFn: (asked: { readonly days: number; readonly preview: boolean }) =>
      sendRequest(`${settingsPath(owner)}/evaluate`, EvaluatedPast, { method: "POST", body: asked }),
  });
}
