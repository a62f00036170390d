import type { Metadata } from "next";
import { SourcePayouts } from "@/components/settings/source-payouts";
import { NoAccess } from "@/components/ui/no-access";
import { listSourcePayouts } from "@/lib/settings/list-source-payouts";
import { readBooks } from "../../../billing/read-books";
import { openParty, type PartyParams } from "../read-party";
import { settingsPage } from "../settings-page";

export const metadata: Metadata = { title: "Prices" };

export default async function PricesOfParty({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openParty(params, { path: "/prices", kinds: ["buyer", "offer", "traffic_source"] });
  if (owner.type !== "traffic_source") return settingsPage(ctx, { kind: owner.type, id: owner.id }, "prices");
  const { value: payouts, needs } = await readBooks(() => listSourcePayouts(ctx, owner.id));
  if (!payouts) return <NoAccess to="these payouts" permission={needs} />;
  return <SourcePayouts payouts={payouts} currency={ctx.company.currency} />;
}
