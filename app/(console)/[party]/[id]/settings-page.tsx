import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { NoAccess } from "@/components/ui/no-access";
import type { Context } from "@/lib/access/context";
import { listPartyNames } from "@/lib/party/list-parties";
import { type Owner, type SettingsAnswer, settingsQuery } from "@/lib/settings/client";
import { getBuyerSettings, getOfferSettings } from "@/lib/settings/get-settings";
import { readSettings } from "../../buyers/read-settings";

export async function settingsPage(ctx: Context, owner: Owner, part: "conversion" | "prices") {
  const get = owner.kind === "buyer" ? getBuyerSettings : getOfferSettings;
  const answer = await readSettings<SettingsAnswer>(async () => get(ctx, owner.id));
  if (!answer) return <NoAccess to={`${owner.kind} settings`} permission="settings: read" />;
  if (part === "prices" && answer.amounts_hidden) {
    return <NoAccess to="prices" permission={owner.kind === "buyer" ? "call.revenue: read" : "call.payout: read"} />;
  }
  const queryClient = new QueryClient();
  queryClient.setQueryData(settingsQuery(owner).queryKey, answer);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SettingsScreen
        key={owner.id}
        part={part}
        owner={owner}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
        pricedBy={(await readSettings(async () => namesOf(ctx, answer))) ?? []}
      />
    </HydrationBoundary>
  );
}

/** The offers or traffic sources with a price of their own. */
async function namesOf(ctx: Context, answer: SettingsAnswer) {
  if ("prices" in answer && answer.prices) {
    const ids = answer.prices.flatMap(({ offer_id }) => offer_id ?? []);
    return listPartyNames(ctx, "offer", ids);
  }
  if (!("payouts" in answer && answer.payouts)) return [];
  const ids = answer.payouts.flatMap(({ traffic_source_id }) => traffic_source_id ?? []);
  return listPartyNames(ctx, "traffic_source", ids);
}
