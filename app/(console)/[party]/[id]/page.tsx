import type { Metadata } from "next";
import { CapsSection } from "@/components/cap/caps-section";
import { BalanceFact } from "@/components/ledger/balance-fact";
import { PartyFacts } from "@/components/party/party-facts";
import { PARTY_WORDS } from "@/components/party/party-words";
import { PartyActivitySection } from "@/components/report/party-activity-section";
import { SettingsOverview } from "@/components/settings/settings-overview";
import { Facts } from "@/components/ui/facts";
import { NoAccess } from "@/components/ui/no-access";
import { listCaps } from "@/lib/cap/list-caps";
import { getPartyActivity } from "@/lib/report/get-party-activity";
import { getBuyerSettings, getOfferSettings } from "@/lib/settings/get-settings";
import { readBooks } from "../../billing/read-books";
import { readSettings } from "../../buyers/read-settings";
import { readAccount } from "./account/read-account";
import { openParty, type PartyParams, readParty } from "./read-party";

export const metadata: Metadata = { title: "Overview" };

/** Shows what the member may read, and leaves out the rest. */
export default async function OverviewOfParty({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openParty(params, { path: "", kinds: ["buyer", "offer", "traffic_source"] });
  const { type, id } = owner;
  const read = await readBooks(() => readParty(type, id));
  if (!read.value) return <NoAccess to={`this ${PARTY_WORDS[type].one}`} permission={read.needs} />;
  const hasAccount = type !== "offer";
  const settingsOwner = type === "traffic_source" ? null : ({ kind: type, id } as const);
  const [activity, account, settings, caps] = await Promise.all([
    readSettings(async () => getPartyActivity(ctx, owner)),
    hasAccount ? readSettings(() => readAccount(type, id)) : null,
    settingsOwner
      ? readSettings(async () => (type === "buyer" ? getBuyerSettings(ctx, id) : getOfferSettings(ctx, id)))
      : null,
    hasAccount ? readSettings(() => listCaps(ctx, { side: type === "buyer" ? "buyer" : "offer", id })) : null,
  ]);
  const { timeZone, currency } = ctx.company;
  return (
    <div className="space-y-8">
      <Facts>
        <PartyFacts party={read.value} timeZone={timeZone} />
        {account && <BalanceFact account={account} />}
      </Facts>
      {activity && <PartyActivitySection party={owner} activity={activity} currency={currency} />}
      {settingsOwner && settings && <SettingsOverview owner={settingsOwner} answer={settings} />}
      {caps && <CapsSection kind={type === "buyer" ? "buyers" : "traffic-sources"} partyId={id} caps={caps.caps} />}
    </div>
  );
}
