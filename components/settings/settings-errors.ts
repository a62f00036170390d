import { get } from "react-hook-form";
import type { Owner } from "@/lib/settings/client";
import { BuyerSettingsUpdate, OfferSettingsUpdate } from "@/lib/settings/contract/settings-version";
import { fieldOf, type SettingsForm, updateOf } from "./settings-form";

/** Validates the request with the contract's schema; messages by path of the field. */
export function wrongFields(kind: Owner["kind"], version: number, values: SettingsForm): Record<string, string> {
  const schema = kind === "buyer" ? BuyerSettingsUpdate : OfferSettingsUpdate;
  const wrong: Record<string, string> = {};
  const update = updateOf(kind, version, values);
  for (const { path, message } of schema.safeParse(update).error?.issues ?? []) {
    const isEmpty = get(update, path.join(".")) === "";
    wrong[fieldOf(path.join("."), values)] ??= isEmpty ? "Enter a value." : message;
  }
  return { ...wrong, ...partyErrors(values) };
}

function partyErrors({ prices, payouts }: SettingsForm): Record<string, string> {
  return {
    ...missingOrTwice(
      "prices",
      "offer_id",
      "an offer",
      prices.map(({ offer_id }) => offer_id),
    ),
    ...missingOrTwice(
      "payouts",
      "traffic_source_id",
      "a traffic source",
      payouts.map((payout) => payout.traffic_source_id),
    ),
  };
}

function missingOrTwice(list: string, field: string, what: string, ids: (number | null)[]): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id, position) => {
      const path = `${list}.${position}.${field}`;
      if (id === null) return [[path, `Choose ${what}, or remove this row.`]];
      return ids.indexOf(id) < position ? [[path, "Already listed above."]] : [];
    }),
  );
}
